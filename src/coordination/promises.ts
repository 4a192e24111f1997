import { dayOf, findLastSchoolDayOfWeek, type SchoolCalendar } from '#district/contract.ts'

/** Where a promise stands on Today: the order people read them in. */
export const groups = ['high', 'late', 'today', 'week', 'later'] as const
export type Group = (typeof groups)[number]

export type Owed = { readonly highNeed: boolean; readonly dueAt: Date | null }

/**
 * The end of what a person plans with: the last school day of this week, or today when school is over for
 * the week.
 */
const weekEnds = (calendar: SchoolCalendar, today: string): string => {
  const last = findLastSchoolDayOfWeek(calendar, today)
  return last === undefined || last < today ? today : last
}

/**
 * Sorts what is owed: high need is pinned on top until its day is beyond this week, then what is late, due
 * today, due this week, and the rest; the soonest first in each [R055].
 */
export function sortPromises<T extends Owed>(
  owed: readonly T[],
  { calendar, now }: { calendar: SchoolCalendar; now: Date },
): Record<Group, T[]> {
  const today = dayOf(calendar, now)
  const week = weekEnds(calendar, today)
  const groupOf = ({ highNeed, dueAt }: T): Group => {
    const day = dueAt === null ? week : dayOf(calendar, dueAt)
    if (day > week) return 'later'
    if (highNeed) return 'high'
    return day < today ? 'late' : day === today ? 'today' : 'week'
  }
  const soonest = (one: T, other: T) =>
    (one.dueAt?.getTime() ?? Infinity) - (other.dueAt?.getTime() ?? Infinity)
  const sorted = owed.toSorted(soonest)
  return Object.fromEntries(
    groups.map((group) => [group, sorted.filter((each) => groupOf(each) === group)]),
  ) as Record<Group, T[]>
}
