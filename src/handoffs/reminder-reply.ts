import type { Unit } from '#access/unit.ts'
import { type Referral, type Reminder, type ReminderReply, settleReferral } from '#referrals/contract.ts'
import { noteMoveAsked } from './reminder-attempt-store.ts'
import { subjectOf } from './work-on-handoff.ts'

export type Answered = { reminder: Reminder; answer: ReminderReply | 'not_delivered' }

const moves: ReadonlySet<Answered['answer']> = new Set(['asks_to_reschedule', 'cannot_come'])

/** What the family said of the time decides what is owed next: another one, or the visit itself. */
export async function followReply(
  unit: Unit,
  referral: Referral,
  { reminder, answer }: Answered,
): Promise<void> {
  const asked = moves.has(answer) ? (reminder.moveAskedAt ?? unit.now) : null
  const says = answer === 'confirmed' || asked !== null
  if (!says || reminder.result !== null || asked?.getTime() === reminder.moveAskedAt?.getTime()) return
  noteMoveAsked(unit, reminder.appointmentId, asked)
  if (referral.sentAt !== null && referral.endedAt === null) await settleReferral(unit, referral)
  const { appointmentId } = reminder
  if (asked !== null) unit.record('appointment.move_asked', subjectOf(referral), { appointmentId })
}
