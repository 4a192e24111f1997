import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Referral } from './referral.ts'

const openVisit = statement(
  ($: { district: string; referral: string }) => sql<{ found: boolean }>`
    select exists (select 1 from appointment a
      where a.district_id = ${$.district} and a.referral_id = ${$.referral} and a.result is null) as found`,
)
/** Whether a visit is booked that nobody has entered a result for. */
export const hasOpenVisit = async (tx: Transaction, referralId: string): Promise<boolean> =>
  (await tx.one(openVisit, { district: tx.scope.districtId, referral: referralId })).found

type Ending = {
  district: string
  id: string
  referral: string
  student: string
  partner: string | null
  reason: string
  by: string
  at: Date
}
const addEnding = statement(
  ($: Ending) => sql`
    insert into referral_ending (district_id, referral_id, student_id, partner_id, ending, reason, ended_by, ended_at)
    values (${$.district}, ${$.referral}, ${$.student}, ${$.partner}::uuid, 'redirected', ${$.reason}, ${$.by}, ${$.at})`,
)
const addStatus = statement(
  ($: Ending) => sql`
    insert into referral_status (district_id, id, referral_id, student_id, partner_id, status, reason, source, happened_at, entered_at, entered_by)
    values (${$.district}, ${$.id}, ${$.referral}, ${$.student}, ${$.partner}::uuid, 'redirected', ${$.reason}, 'school_confirmed',
      ${$.at}, ${$.at}, ${$.by})`,
)

/** The status of the closed list and the ending, with the coded reason. */
export async function addRedirection(unit: Unit, referral: Referral, reason: string): Promise<void> {
  const ending = {
    district: unit.districtId,
    id: unit.id(),
    referral: referral.id,
    student: referral.studentId,
    partner: referral.partnerId,
    reason,
    by: unit.actor.personId as string,
    at: unit.now,
  }
  await unit.tx.run(addStatus, ending)
  await unit.tx.run(addEnding, ending)
}
