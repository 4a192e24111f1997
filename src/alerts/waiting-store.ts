import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

/** An alert of the school that nobody at the agency has yet. */
export type WaitingAlert = {
  readonly id: string
  readonly referralId: string
  readonly studentId: string
  readonly dueAt: Date
}
const waiting = statement(
  ($: { district: string; partner: string }) => sql<WaitingAlert>`
    select a.id, a.referral_id as "referralId", a.student_id as "studentId", a.answer_due_at as "dueAt"
    from support_alert a
    where a.district_id = ${$.district} and a.partner_id = ${$.partner} and a.direction = 'to_partner'
      and a.acknowledged_at is null
    order by a.sent_at, a.id limit 100`,
)
/** Alerts of the school that wait at an agency, the oldest first. What it may read the caller judges. */
export const waitingAtAgency = (tx: Transaction, partner: string): Promise<WaitingAlert[]> =>
  tx.all(waiting, { district: tx.scope.districtId, partner })
