import type { SchoolCalendar } from '#district/contract.ts'
import type { Handoff } from './handoff.ts'
import { sameDayOf } from './same-day.ts'

/** One handoff, as far as it has to be known to count it. */
export type Counted = Pick<
  Handoff,
  | 'state'
  | 'openedAt'
  | 'dueAt'
  | 'dueStandard'
  | 'firstAttemptAt'
  | 'completedAt'
  | 'endedAt'
  | 'missReason'
  | 'exceptionReason'
  | 'caregiverPresentAtSend'
> & {
  readonly schoolId: string
  readonly schoolName: string
  /** When its referral was withdrawn, redirected or closed; null while it goes on. */
  readonly referralEndedAt: Date | null
}

/** What is counted: how handoffs ended, when the first try was, and who was there at the sending. */
export const countNames = [
  'kept',
  'missed',
  'open',
  'excepted',
  'ended',
  'triedInTime',
  'triedLate',
  'sentPresent',
  'sentAbsent',
] as const
export type CountName = (typeof countNames)[number]
export type SameDayCounts = Readonly<Record<CountName, number>>

/** A miss, with its reason; null while none is on record. */
export type Result =
  | { readonly is: 'missed'; readonly reason: string | null }
  | { readonly is: 'kept' | 'open' | 'excepted' | 'ended' }

/**
 * What became of the same-day standard [R042]. A referral that ended on the day leaves nothing to complete:
 * that is neither kept nor missed, as with a family's choice and an exception made in time.
 */
export function resultOf(handoff: Counted, calendar: SchoolCalendar, now: Date): Result {
  const { completion, lateAt } = sameDayOf(handoff, calendar, now)
  const { state, referralEndedAt, missReason, exceptionReason } = handoff
  const overInTime = state === 'open' && referralEndedAt !== null && referralEndedAt < lateAt
  if (completion === 'family_choice' || overInTime) return { is: 'ended' }
  return completion === 'missed'
    ? { is: 'missed', reason: missReason ?? exceptionReason }
    : { is: completion }
}

/**
 * Whether the family was first tried to be reached in time; undefined while that is open, and where it ended
 * before anybody had to.
 */
function triedInTime(handoff: Counted, calendar: SchoolCalendar, now: Date): boolean | undefined {
  const { firstAttempt } = sameDayOf(handoff, calendar, now)
  if (firstAttempt === 'kept') return true
  if (firstAttempt === 'open') return undefined
  const owed = handoff.firstAttemptAt !== null || resultOf(handoff, calendar, now).is !== 'ended'
  return owed ? false : undefined
}

/** Counts handoffs at one moment, the first try apart from the completion [R053] [R046]. */
export function countsOf(some: readonly Counted[], calendar: SchoolCalendar, now: Date): SameDayCounts {
  const results = some.map((each) => resultOf(each, calendar, now).is)
  const tried = some.map((each) => triedInTime(each, calendar, now))
  const count = (which: (at: number) => boolean) => some.filter((_, at) => which(at)).length
  return {
    kept: count((at) => results[at] === 'kept'),
    missed: count((at) => results[at] === 'missed'),
    open: count((at) => results[at] === 'open'),
    excepted: count((at) => results[at] === 'excepted'),
    ended: count((at) => results[at] === 'ended'),
    triedInTime: count((at) => tried[at] === true),
    triedLate: count((at) => tried[at] === false),
    sentPresent: count((at) => some[at]?.caregiverPresentAtSend === true),
    sentAbsent: count((at) => some[at]?.caregiverPresentAtSend === false),
  }
}

export type Missed = { readonly reason: string | null; readonly count: number }

/** Why the same day was missed, the most frequent reason first. */
export function missedBy(some: readonly Counted[], calendar: SchoolCalendar, now: Date): Missed[] {
  const reasons = some.flatMap((each) => {
    const result = resultOf(each, calendar, now)
    return result.is === 'missed' ? [result.reason] : []
  })
  return [...Map.groupBy(reasons, (reason) => reason)]
    .map(([reason, of]) => ({ reason, count: of.length }))
    .toSorted((one, other) => other.count - one.count || (one.reason ?? '').localeCompare(other.reason ?? ''))
}

/** Every number a row says, also those that follow from the others. */
export function telling(counts: SameDayCounts): number[] {
  const { kept, missed, open, excepted, ended, triedInTime: inTime, triedLate: late } = counts
  const all = kept + missed + open + excepted + ended
  return [
    ...countNames.map((name) => counts[name]),
    all - inTime - late,
    all - counts.sentPresent - counts.sentAbsent,
  ]
}
