import { addCalendarDays, dayOf, instantAt, type SchoolCalendar, timeOf } from '#district/contract.ts'

/** Wall-clock times 'HH:MM' of the district between which somebody may be written to. */
export type Window = { readonly from: string; readonly until: string }

/** Whether a time of day lies in a window, also in one past midnight. One as long as a day is open. */
export const isWithin = ({ from, until }: Window, time: string): boolean =>
  from < until ? time >= from && time < until : from > until ? time >= from || time < until : true

/**
 * The first instant from now on at which every window is open, on the district's own clock: on the day the
 * clocks change as on any other. Now, when they are; undefined when they never meet.
 */
export function nextOpen(calendar: SchoolCalendar, windows: readonly Window[], now: Date): Date | undefined {
  const isOpen = (at: Date) => windows.every((window) => isWithin(window, timeOf(calendar, at)))
  if (isOpen(now)) return now
  const today = dayOf(calendar, now)
  const openings = [0, 1, 2].flatMap((days) =>
    windows.map(({ from }) => instantAt(calendar, addCalendarDays(today, days), from)),
  )
  return openings
    .filter((at) => at > now && isOpen(at))
    .sort((one, other) => one.getTime() - other.getTime())[0]
}
