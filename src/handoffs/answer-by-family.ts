import type { Unit } from '#access/unit.ts'
import { type Referral, type Reminder, remindersOf } from '#referrals/contract.ts'
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
 * Whether a family asked for another time of a visit, and nobody at school worked on it since: whoever
 * navigates was alerted then, and is not again. A text that was sent by itself is no work.
 */
export function isAskedAlready({ attempts }: Pick<Reminder, 'attempts'>): boolean {
  const latestFirst = attempts.toSorted((one, other) => other.enteredAt.getTime() - one.enteredAt.getTime())
  const isTalk = ({ channel, enteredByName }: (typeof attempts)[number]) =>
    channel !== 'family_page' && enteredByName !== null
  const worked = latestFirst.findIndex(isTalk)
  const since = worked === -1 ? latestFirst : latestFirst.slice(0, worked)
  return since.some(({ channel, reply }) => channel === 'family_page' && reply === 'asks_to_reschedule')
}

/**
 * A family says on its own page that a visit suits it, or asks for another time: it stands with what is
 * answered to reminders, and another time is owed by the navigator [R059].
 * @returns whether the navigator is to be alerted; undefined where there is no such visit ahead
 */
export async function answerByFamily(
  unit: Unit,
  referral: Referral,
  said: Said,
): Promise<{ alerts: boolean } | undefined> {
  const { appointmentId, answer, language, caregiverId } = said
  const reminders = await remindersOf(unit.tx, referral.id)
  const reminder = reminders.find((each) => each.appointmentId === appointmentId)
  if (reminder === undefined || reminder.result !== null || reminder.startsAt <= unit.now) return undefined
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
  return { alerts: answer === 'asks_to_reschedule' && !isAskedAlready(reminder) }
}
