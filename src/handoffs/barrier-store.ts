import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'

/** What stands between a family and a visit. */
export type Barrier = {
  readonly id: string
  /** A code of the barrier list. */
  readonly category: string
  readonly openedBy: string
  readonly openedAt: Date
  readonly action: string | null
  readonly result: string | null
  readonly resolvedBy: string | null
  readonly resolvedAt: Date | null
}

const of = statement(
  ($: { district: string; referral: string }) => sql<Barrier>`
    select id, category, opened_by as "openedBy", opened_at as "openedAt",
      ${opened('barrier.action', 'barrier')} as action, ${opened('barrier.result', 'barrier')} as result, resolved_by as "resolvedBy",
      resolved_at as "resolvedAt"
    from barrier
    where district_id = ${$.district} and referral_id = ${$.referral} order by opened_at, id`,
)
const standing = statement(
  ($: { district: string; referrals: readonly string[] }) => sql<{ referralId: string; category: string }>`
    select referral_id as "referralId", category from barrier
    where district_id = ${$.district} and referral_id = any(${$.referrals}::uuid[]) and resolved_at is null
    order by opened_at, id`,
)
/** Of what kind the barriers of some referrals are that are not cleared, oldest first. */
export const standingBarriers = (tx: Transaction, referrals: readonly string[]) =>
  tx.all(standing, { district: tx.scope.districtId, referrals })

/** Every barrier of a referral, oldest first. */
export const barriersOf = (tx: Transaction, referralId: string): Promise<Barrier[]> =>
  tx.all(of, { district: tx.scope.districtId, referral: referralId })

const open = statement(
  ($: {
    district: string
    id: string
    referral: string
    student: string
    visit: string | null
    category: string
    by: string
    at: Date
  }) => sql`
    insert into barrier (district_id, id, referral_id, student_id, appointment_id, category, opened_by, opened_at)
    select ${$.district}, ${$.id}, ${$.referral}, ${$.student}, ${$.visit}::uuid, ${$.category}, ${$.by}, ${$.at}
    where not exists (select 1 from barrier b where b.district_id = ${$.district} and b.referral_id = ${$.referral}
      and b.category = ${$.category} and b.resolved_at is null)`,
)

const link = statement(
  ($: { district: string; referral: string; visit: string; categories: readonly string[] }) => sql`
    update barrier set appointment_id = ${$.visit} where district_id = ${$.district} and referral_id = ${$.referral}
      and category = any(${$.categories}::text[]) and resolved_at is null and appointment_id is null`,
)

type About = {
  referralId: string
  studentId: string
  /** The visit they stood in the way of, when noted about one. What is open already is then linked too. */
  appointmentId?: string
}

/**
 * Opens a barrier of each category that has none open yet [R049] [R060].
 * @returns the categories that were opened
 */
export async function openBarriers(
  unit: Unit,
  about: About,
  categories: readonly string[],
): Promise<string[]> {
  const opened: string[] = []
  const { referralId: referral, appointmentId: visit } = about
  if (visit !== undefined && categories.length > 0)
    unit.tx.write(link, { district: unit.districtId, referral, visit, categories })
  for (const category of categories) {
    const touched = await unit.tx.run(open, {
      district: unit.districtId,
      id: unit.id(),
      referral,
      student: about.studentId,
      visit: about.appointmentId ?? null,
      category,
      by: unit.actor.personId as string,
      at: unit.now,
    })
    if (touched > 0) opened.push(category)
  }
  return opened
}

const one = statement(
  ($: { district: string; referral: string; id: string }) => sql<Pick<Barrier, 'category' | 'resolvedAt'>>`
    select category, resolved_at as "resolvedAt" from barrier
    where district_id = ${$.district} and referral_id = ${$.referral} and id = ${$.id} for no key update`,
)
/** A barrier of a referral, taken for the rest of the act; undefined when it has none of that id. */
export const holdBarrier = (
  { tx, districtId }: Unit,
  { referralId, barrierId }: { referralId: string; barrierId: string },
): Promise<Pick<Barrier, 'category' | 'resolvedAt'> | undefined> =>
  tx.maybe(one, { district: districtId, referral: referralId, id: barrierId })

const resolve = statement(
  ($: Record<'district' | 'id' | 'action' | 'result' | 'by', string> & { at: Date }) => sql`
    update barrier set action = ${$.action}, result = ${$.result}, resolved_by = ${$.by}, resolved_at = ${$.at}
    where district_id = ${$.district} and id = ${$.id}`,
)
/** What was done about a held barrier and what came of it. Trace: a change about the referral. */
export const saveResolution = (
  unit: Unit,
  { barrierId, studentId, ...said }: { barrierId: string; studentId: string; action: string; result: string },
): void =>
  unit.tx.write(resolve, {
    district: unit.districtId,
    id: barrierId,
    ...unit.tx.sealed('barrier', { row: barrierId, of: studentId }, said),
    by: unit.actor.personId as string,
    at: unit.now,
  })
