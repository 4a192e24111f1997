import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { ReferralPause } from './pause.ts'
import type { Referral } from './referral.ts'

const all = statement(
  ($: { district: string; referral: string }) => sql<ReferralPause>`
    select w.id, w.reason, w.from_on as "fromOn", w.through_on as "throughOn", p.name as "pausedByName", w.paused_at as "pausedAt",
      w.ended_on as "endedOn", e.name as "endedByName"
    from referral_pause w
    join person p on p.district_id = w.district_id and p.id = w.paused_by
    left join person e on e.district_id = w.district_id and e.id = w.ended_by
    where w.district_id = ${$.district} and w.referral_id = ${$.referral} order by w.from_on desc, w.id desc`,
)

/** The pauses of a referral, the latest first. */
export const pausesOf = (tx: Transaction, referralId: string): Promise<ReferralPause[]> =>
  tx.all(all, { district: tx.scope.districtId, referral: referralId })

type New = Record<
  'district' | 'id' | 'referral' | 'student' | 'school' | 'reason' | 'from' | 'through',
  string
> & {
  by: string
  at: Date
}
const insert = statement(
  ($: New) => sql`
    insert into referral_pause (district_id, id, referral_id, student_id, school_id, reason, from_on, through_on, paused_by, paused_at)
    values (${$.district}, ${$.id}, ${$.referral}, ${$.student}, ${$.school}, ${$.reason}, ${$.from}, ${$.through},
      ${$.by}, ${$.at})`,
)
const mark = statement(
  ($: { district: string; id: string; through: string }) => sql`
    update referral set paused_through = ${$.through} where district_id = ${$.district} and id = ${$.id}`,
)

/** Keeps a new pause of a held referral. Its last day stands on the referral too. */
export async function insertPause(
  unit: Unit,
  referral: Referral,
  { reason, fromOn, throughOn }: Pick<ReferralPause, 'reason' | 'fromOn' | 'throughOn'>,
): Promise<void> {
  const { tx, districtId, actor, now } = unit
  await tx.run(insert, {
    district: districtId,
    id: unit.id(),
    referral: referral.id,
    student: referral.studentId,
    school: referral.schoolId,
    reason,
    from: fromOn,
    through: throughOn,
    by: actor.personId as string,
    at: now,
  })
  await tx.run(mark, { district: districtId, id: referral.id, through: throughOn })
}

const end = statement(
  ($: { district: string; id: string; on: string; by: string; at: Date }) => sql`
    update referral_pause set ended_on = ${$.on}, ended_by = ${$.by}, ended_at = ${$.at}
    where district_id = ${$.district} and id = ${$.id} and ended_on is null`,
)

/** Ends a pause sooner: from this day on the clocks run. */
export const endPauseRow = (
  { tx, districtId, actor, now }: Unit,
  { id, on }: { id: string; on: string },
): Promise<number> => tx.run(end, { district: districtId, id, on, by: actor.personId as string, at: now })
