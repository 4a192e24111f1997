import type { Unit } from '#access/unit.ts'
import { addReminderAttempt } from '#handoffs/contract.ts'
import type { Message } from './message.ts'
import { findCaregiverReader } from './reader-store.ts'
import { findVisit } from './subject-store.ts'

/** Writes what came of a reminder beside its visit: nobody typed it. */
export async function noteReminder(
  unit: Unit,
  { subjectId, caregiverId, channel }: Message,
  outcome: 'delivered' | 'not_delivered',
): Promise<void> {
  const visit = await findVisit(unit.tx, { id: subjectId, now: unit.now })
  if (visit === undefined || caregiverId === null) return
  const { studentId, referralId, reminderId } = visit
  const language = (await findCaregiverReader(unit.tx, { caregiverId, studentId }))?.language ?? 'unknown'
  addReminderAttempt(unit, {
    reminderId,
    reached: 'caregiver',
    channel: channel ?? 'text',
    language,
    outcome,
    reply: outcome === 'delivered' ? 'no_reply' : null,
    referralId,
    studentId,
    caregiverId,
    happenedAt: unit.now,
  })
  unit.record(
    outcome === 'delivered' ? 'reminder.delivered' : 'reminder.failed',
    { type: 'referral', id: referralId, studentId },
    { reminderId, channel, byItself: true },
  )
}
