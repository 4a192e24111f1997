import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { FurtherAnswer, FurtherRequest } from './further.ts'
import type { Referral } from './referral.ts'

const columns = sql`
  id, referral_id as "referralId", student_id as "studentId", partner_id as "partnerId",
  requested_by as "requestedBy", requested_at as "requestedAt", due_at as "dueAt",
  opened_referral_id as "openedReferralId", answer, answered_at as "answeredAt"`

const ofReferral = statement(
  ($: { district: string; referral: string }) => sql<FurtherRequest>`
    select ${columns} from further_request where district_id = ${$.district} and referral_id = ${$.referral}
    order by requested_at, id`,
)
/** Everything an agency asked for beside one referral, oldest first. */
export const furtherRequestsOf = (tx: Transaction, referralId: string): Promise<FurtherRequest[]> =>
  tx.all(ofReferral, { district: tx.scope.districtId, referral: referralId })

type Row = Record<'district' | 'id' | 'referral' | 'student' | 'partner' | 'by', string> & {
  at: Date
  due: Date
}
const add = statement(
  ($: Row) => sql`
    insert into further_request (district_id, id, referral_id, student_id, partner_id, requested_by, requested_at, due_at)
    values (${$.district}, ${$.id}, ${$.referral}, ${$.student}, ${$.partner}, ${$.by}, ${$.at}, ${$.due})`,
)

/** Keeps a request. @returns its id */
export async function addFurtherRequest(unit: Unit, referral: Referral, dueAt: Date): Promise<string> {
  const id = unit.id()
  await unit.tx.run(add, {
    district: unit.districtId,
    id,
    referral: referral.id,
    student: referral.studentId,
    partner: referral.partnerId as string,
    by: unit.actor.personId as string,
    at: unit.now,
    due: dueAt,
  })
  return id
}

const answer = statement(
  ($: { district: string; id: string; answer: string; opened: string | null; by: string; at: Date }) => sql`
    update further_request set answer = ${$.answer}, opened_referral_id = ${$.opened}::uuid, answered_by = ${$.by}, answered_at = ${$.at}
    where district_id = ${$.district} and id = ${$.id} and answered_at is null`,
)
export const saveFurtherAnswer = (
  unit: Unit,
  id: string,
  given: { answer: FurtherAnswer; openedReferralId: string | null },
) =>
  unit.tx.run(answer, {
    district: unit.districtId,
    id,
    answer: given.answer,
    opened: given.openedReferralId,
    by: unit.actor.personId as string,
    at: unit.now,
  })

const link = statement(
  ($: { district: string; id: string; of: string }) => sql`
    update referral set further_of_id = ${$.of}, repeat_of_id = null where district_id = ${$.district} and id = ${$.id}`,
)
/** Links a referral to the one whose agency asked for it: it is a further one, not the same need again. */
export const linkFurther = (unit: Unit, id: string, furtherOfId: string) =>
  unit.tx.run(link, { district: unit.districtId, id, of: furtherOfId })
