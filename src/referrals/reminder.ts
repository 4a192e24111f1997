import type { Visit } from './visit.ts'

/** Whom a reminder goes to, how, and what comes of it: closed lists, so that nothing clinical stands here. */
export const remindedOnes = ['caregiver', 'student'] as const
export const reminderChannels = ['phone', 'text', 'email', 'in_person', 'letter'] as const
export type ReminderChannel = (typeof reminderChannels)[number]
export const reminderReplies = ['confirmed', 'asks_to_reschedule', 'cannot_come', 'no_reply'] as const
export type ReminderReply = (typeof reminderReplies)[number]

/** One try to remind a family of a visit [R057]. */
export type ReminderAttempt = {
  readonly id: string
  readonly reminderId: string
  readonly reached: (typeof remindedOnes)[number]
  readonly caregiverName: string | null
  readonly channel: ReminderChannel | 'family_page'
  readonly language: string
  readonly outcome: 'delivered' | 'not_delivered'
  /** Null when it did not arrive. */
  readonly reply: ReminderReply | null
  readonly happenedAt: Date
  readonly enteredAt: Date
  /** Null for one that was sent by itself. */
  readonly enteredByName: string | null
}

/** The reminder of one visit, with the visit and every try. */
export type Reminder = Pick<Visit, 'kind' | 'startsAt' | 'result' | 'resultAt'> & {
  readonly id: string
  readonly appointmentId: string
  readonly dueAt: Date
  readonly plannedAt: Date
  /** When the family said that the time does not suit. */
  readonly moveAskedAt: Date | null
  /** The latest first. */
  readonly attempts: readonly ReminderAttempt[]
}

export type ReminderStanding = 'owed' | 'move_asked' | 'delivered' | 'off'

/**
 * How a reminder stands. Nobody types it: one that arrived is done; one that did not is owed until the visit
 * begins, or is held, moved or cancelled, and then it is off.
 */
export function standingOfReminder(
  {
    attempts,
    result,
    startsAt,
    moveAskedAt,
  }: Pick<Reminder, 'attempts' | 'result' | 'startsAt' | 'moveAskedAt'>,
  now: Date,
): ReminderStanding {
  const ahead = result === null && startsAt > now
  if (ahead && moveAskedAt !== null) return 'move_asked'
  if (attempts.some(({ outcome }) => outcome === 'delivered')) return 'delivered'
  return ahead ? 'owed' : 'off'
}
