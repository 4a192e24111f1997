import type { Unit } from '#access/unit.ts'
import { type Referral, remindersOf } from '#referrals/contract.ts'
import { addReminderAttempt } from './reminder-attempt-store.ts'
import { followReply } from './reminder-reply.ts'
import { subjectOf } from './work-on-handoff.ts'

/** What a family says of the time of a visit, on its own page. */
export const familyAnswers = ['confirmed', 'asks_to_reschedule'] as const

type Said = {
  appointmentId: string
  answer: (typeof familyAnswers)[number]
  language: string
  /** The caregiver who says so; null where the student does. */
  caregiverId: string | null
}

/**
 * A family says on its own page that a visit suits it, or asks for another time: it stands with what is
 * answered to reminders, and another time is owed by the navigator [R059].
 * @returns whether there was such a visit ahead
 */
export async function answerByFamily(unit: Unit, referral: Referral, said: Said): Promise<boolean> {
  const { appointmentId, answer, language, caregiverId } = said
  const reminders = await remindersOf(unit.tx, referral.id)
  const reminder = reminders.find((each) => each.appointmentId === appointmentId)
  if (reminder === undefined || reminder.result !== null || reminder.startsAt <= unit.now) return false
  const reached = caregiverId === null ? ('student' as const) : ('caregiver' as const)
  const told = { reached, channel: 'family_page' as const, language, reply: answer }
  addReminderAttempt(unit, {
    ...told,
    reminderId: reminder.id,
    referralId: referral.id,
    studentId: referral.studentId,
    caregiverId,
    outcome: 'delivered',
    happenedAt: unit.now,
  })
  unit.record('reminder.delivered', subjectOf(referral), { reminderId: reminder.id, ...told })
  await followReply(unit, referral, { reminder, answer })
  return true
}
