import { addCalendarDays, type SchoolCalendar } from '#district/contract.ts'
import type { TimeStandards } from './time-standards.ts'

/**
 * Days on which a clock does not run: the first and the last, both counted, on the district's wall calendar.
 * It always has a last day, so that no clock stands for good. One that was ended before its first day was
 * over has its last day before its first, and pauses nothing.
 */
export type Pause = { readonly fromOn: string; readonly throughOn: string }

/** Whether a clock with these pauses stands on a day. */
export const isPausedOn = (pauses: readonly Pause[], day: string): boolean =>
  pauses.some(({ fromOn, throughOn }) => fromOn <= day && day <= throughOn)

/** Each day of a pause. */
function daysOf({ fromOn, throughOn }: Pause): string[] {
  const days: string[] = []
  for (let day = fromOn; day <= throughOn; day = addCalendarDays(day, 1)) days.push(day)
  return days
}

/** The school calendar as a paused clock knows it: on a paused day nothing counts. */
export const withoutPauses = (calendar: SchoolCalendar, pauses: readonly Pause[]): SchoolCalendar =>
  pauses.length === 0
    ? calendar
    : {
        ...calendar,
        closures: [...calendar.closures, ...pauses.flatMap(daysOf).map((on) => ({ on, label: '' }))],
      }

/** The pauses with a day from one day to another, both counted. */
export const pausesBetween = (pauses: readonly Pause[], from: string, to: string): Pause[] =>
  pauses.filter(({ fromOn, throughOn }) => fromOn <= throughOn && fromOn <= to && throughOn >= from)

/** How many days a pause may last under the standards in force; of a high-need student the fewer. */
export function longestPause({ pause }: TimeStandards, highNeed: boolean): number {
  const limits = [pause.limit, ...(highNeed && pause.highNeed !== undefined ? [pause.highNeed] : [])]
  return Math.min(...limits.map((limit) => (limit.unit === 'calendar_days' ? limit.amount : 1)))
}
