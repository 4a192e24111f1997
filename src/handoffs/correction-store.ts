import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'

/** A time that was put right: both values, by whom and why. */
export type Correction = {
  readonly id: string
  readonly field: string
  /** ISO instants. */
  readonly was: string
  readonly became: string
  readonly reason: string
  readonly correctedByName: string
  readonly correctedAt: Date
}

const of = statement(
  ($: { district: string; referral: string }) => sql<Correction>`
    select c.id, c.field, c.was, c.became, ${opened('correction.reason', 'c')} as reason, p.name as "correctedByName", c.corrected_at as "correctedAt"
    from correction c join person p on p.district_id = c.district_id and p.id = c.corrected_by
    where c.district_id = ${$.district} and c.referral_id = ${$.referral} order by c.corrected_at desc, c.id desc`,
)
/** Every correction of a handoff, latest first. */
export const correctionsOf = (tx: Transaction, referralId: string): Promise<Correction[]> =>
  tx.all(of, { district: tx.scope.districtId, referral: referralId })

const add = statement(
  (
    $: Record<
      'district' | 'id' | 'referral' | 'student' | 'field' | 'was' | 'became' | 'reason' | 'by',
      string
    > & { at: Date },
  ) => sql`
    insert into correction (district_id, id, referral_id, student_id, field, was, became, reason, corrected_by, corrected_at)
    values (${$.district}, ${$.id}, ${$.referral}, ${$.student}, ${$.field}, ${$.was}, ${$.became}, ${$.reason}, ${$.by}, ${$.at})`,
)

/** Keeps both values of a time that is put right. */
export const addCorrection = (
  unit: Unit,
  about: { id: string; studentId: string },
  change: { field: string; was: Date; became: Date; reason: string },
) => {
  const id = unit.id()
  const { reason } = change
  return unit.tx.run(add, {
    district: unit.districtId,
    id,
    referral: about.id,
    student: about.studentId,
    field: change.field,
    was: change.was.toISOString(),
    became: change.became.toISOString(),
    ...unit.tx.sealed('correction', { row: id, of: about.studentId }, { reason }),
    by: unit.actor.personId as string,
    at: unit.now,
  })
}
