import type { Window } from './rules.ts'

/** One student who came back, as far as it has to be known to count it. */
export type Returned = {
  readonly schoolId: string
  readonly schoolName: string
  readonly windows: readonly Window[]
}

/** What is counted of the returns whose window has passed [R123]. */
export const returnCounts = [
  'returned',
  'restored',
  'missedMore',
  'unknown',
  'excluded',
  'urgent',
  'held',
] as const
export type ReturnCounts = Readonly<Record<(typeof returnCounts)[number], number>>

/** Counts of several windows, each under its days: `30.returned`. */
export type ByWindow = Readonly<Record<string, number>>

/**
 * Returns of one school so many days after, those alone whose window has passed. Attendance is restored where
 * no more days were missed than before the crisis and days missed are known through the window; where nothing
 * is known of them, that is said.
 */
function countWindow(some: readonly Returned[], days: number): ReturnCounts {
  const passed = some
    .flatMap(({ windows }) => windows.filter((window) => window.days === days))
    .filter(({ stands }) => stands !== 'coming')
  const count = (which: (window: Window) => boolean) => passed.filter(which).length
  const missedMore = ({ missed, missedBefore }: Window) => missed > missedBefore
  return {
    returned: passed.length,
    restored: count((each) => each.isAttendanceKnown && !missedMore(each)),
    missedMore: count(missedMore),
    unknown: count((each) => !each.isAttendanceKnown && !missedMore(each)),
    excluded: count(({ exclusions }) => exclusions > 0),
    urgent: count(({ urgent }) => urgent > 0),
    held: count(({ stands }) => stands === 'held'),
  }
}

/** The windows of some returns, the shortest first: versions of the standard may name different ones. */
export const windowsIn = (some: readonly Returned[]): number[] =>
  [...new Set(some.flatMap(({ windows }) => windows.map(({ days }) => days)))].toSorted(
    (one, other) => one - other,
  )

/** All windows of some returns, counted. */
export const countReturns = (some: readonly Returned[], windows: readonly number[]): ByWindow =>
  Object.fromEntries(
    windows.flatMap((days) =>
      Object.entries(countWindow(some, days)).map(([name, count]) => [`${days}.${name}`, count]),
    ),
  )

/** The counts of one window again. */
export const windowOf = (counts: ByWindow, days: number): ReturnCounts =>
  Object.fromEntries(returnCounts.map((name) => [name, counts[`${days}.${name}`] ?? 0])) as ReturnCounts

/**
 * Every number counts of returns say to whoever reads no record: also who was left over of a sum, and who
 * came back between two windows, which follows from both.
 */
export function returnsTelling(counts: ByWindow, windows: readonly number[]): number[] {
  const each = windows.map((days) => windowOf(counts, days))
  return each.flatMap((window, at) => {
    const { returned, excluded, urgent, held } = window
    const longer = each[at + 1]?.returned ?? 0
    const rests = [returned - excluded, returned - urgent, returned - held, returned - longer]
    return [...Object.values(window), ...rests]
  })
}
