import { dayOf, endOfCalendarDay, type SchoolCalendar } from '#district/contract.ts'
import type { Handoff } from './handoff.ts'

/**
 * `open`: it can still be kept. `family_choice` and `excepted` stop the clock without keeping or missing it.
 */
export type Judged = 'kept' | 'missed' | 'open' | 'family_choice' | 'excepted'

export type SameDay = {
  readonly firstAttempt: Judged
  readonly completion: Judged
  /** Whole minutes from the decision to completion; null until then. */
  readonly minutes: number | null
  /** The first instant that misses the standard. */
  readonly lateAt: Date
}

type Clocked = Pick<
  Handoff,
  'state' | 'openedAt' | 'dueAt' | 'dueStandard' | 'firstAttemptAt' | 'completedAt' | 'endedAt'
>

const keptToTheMinute: ReadonlySet<string> = new Set(['minutes', 'working_minutes'])

/**
 * The first instant that misses: a limit in days is kept by the day, as the district's wall calendar has it,
 * a limit in minutes to the minute. It follows from the due time stored at the decision, so a later standard
 * never moves it [R042].
 */
export const lateAtOf = (handoff: Pick<Clocked, 'dueAt' | 'dueStandard'>, calendar: SchoolCalendar): Date =>
  keptToTheMinute.has(handoff.dueStandard.unit)
    ? new Date(handoff.dueAt.getTime() + 1)
    : endOfCalendarDay(calendar, dayOf(calendar, handoff.dueAt))

const judge = (doneAt: Date | null, lateAt: Date, now: Date): Judged =>
  (doneAt ?? now) >= lateAt ? 'missed' : doneAt === null ? 'open' : 'kept'

/** The same-day standard, judged on the first attempt and on completion apart [R053]. Nobody types either. */
export function sameDayOf(handoff: Clocked, calendar: SchoolCalendar, now: Date): SameDay {
  const lateAt = lateAtOf(handoff, calendar)
  const { completedAt, openedAt, endedAt } = handoff
  const stopped =
    handoff.state === 'ended' ? 'family_choice' : handoff.state === 'excepted' ? 'excepted' : undefined
  const stoppedInTime = stopped !== undefined && endedAt !== null && endedAt < lateAt
  return {
    firstAttempt: judge(handoff.firstAttemptAt, lateAt, now),
    completion:
      stoppedInTime || stopped === 'family_choice' ? (stopped ?? 'open') : judge(completedAt, lateAt, now),
    minutes: completedAt === null ? null : Math.floor((completedAt.getTime() - openedAt.getTime()) / 60_000),
    lateAt,
  }
}
