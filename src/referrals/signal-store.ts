import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

type Found = { id: string; referralId: string; studentId: string; schoolId: string }
const one = statement(
  ($: { district: string; id: string }) => sql<Found>`
    select g.id, g.referral_id as "referralId", g.student_id as "studentId", f.school_id as "schoolId"
    from safety_signal g join referral f on f.district_id = g.district_id and f.id = g.referral_id
    where g.district_id = ${$.district} and g.id = ${$.id}`,
)
/**
 * A safety signal and the school it belongs to; whether the actor covers that school is asked by the
 * caller.
 */
export const findSignal = (tx: Transaction, id: string): Promise<Found | undefined> =>
  tx.maybe(one, { district: tx.scope.districtId, id })

const take = statement(
  ($: { district: string; id: string; by: string; at: Date }) => sql`
    update safety_signal set acknowledged_by = ${$.by}, acknowledged_at = ${$.at}
    where district_id = ${$.district} and id = ${$.id} and acknowledged_at is null`,
)
/** @returns false when somebody took it up already */
export const takeUp = async (unit: Unit, id: string): Promise<boolean> =>
  (await unit.tx.run(take, {
    district: unit.districtId,
    id,
    by: unit.actor.personId as string,
    at: unit.now,
  })) === 1
