import {
  dayOf,
  endOfCalendarDay,
  findLastSchoolDayOfWeek,
  instantAt,
  type SchoolCalendar,
} from '#district/contract.ts'

/** Where a promise stands on Today: the order people read them in. */
export const groups = ['high', 'late', 'today', 'week', 'later'] as const
export type Group = (typeof groups)[number]

export type Owed = { readonly highNeed: boolean; readonly dueAt: Date | null }

/** The instants that divide a page of promises: worked out once, so that a row is only compared. */
export type Bounds = { readonly today: Date; readonly tomorrow: Date; readonly nextWeek: Date }

/**
 * Where today begins and ends, and where this week does: after its last school day, or after today when
 * school is over for the week. On the district's clock.
 */
export function boundsOf({ calendar, now }: { calendar: SchoolCalendar; now: Date }): Bounds {
  const day = dayOf(calendar, now)
  const last = findLastSchoolDayOfWeek(calendar, day)
  return {
    today: instantAt(calendar, day, '00:00'),
    tomorrow: endOfCalendarDay(calendar, day),
    nextWeek: endOfCalendarDay(calendar, last === undefined || last < day ? day : last),
  }
}

/** How something stands: late when its day is over, due on its day, and otherwise still ahead. */
export function standsAt(dueAt: Date, { today, tomorrow }: Bounds): 'late' | 'due' | 'next' {
  if (dueAt < today) return 'late'
  return dueAt < tomorrow ? 'due' : 'next'
}

function groupOf({ highNeed, dueAt }: Owed, bounds: Bounds): Group {
  if (dueAt !== null && dueAt >= bounds.nextWeek) return 'later'
  if (highNeed) return 'high'
  if (dueAt === null) return 'week'
  return ({ late: 'late', due: 'today', next: 'week' } as const)[standsAt(dueAt, bounds)]
}

/**
 * Sorts what is owed: high need is pinned on top until its day is beyond this week, then what is late, due
 * today, due this week, and the rest; the soonest first in each [R055].
 */
export function sortPromises<T extends Owed>(owed: readonly T[], bounds: Bounds): Record<Group, T[]> {
  const soonest = (one: T, other: T) =>
    (one.dueAt?.getTime() ?? Infinity) - (other.dueAt?.getTime() ?? Infinity)
  const sorted = Map.groupBy(owed.toSorted(soonest), (each) => groupOf(each, bounds))
  return Object.fromEntries(groups.map((group) => [group, sorted.get(group) ?? []])) as Record<Group, T[]>
}
