import {
  dayOf,
  endOfCalendarDay,
  findLastSchoolDayOfWeek,
  instantAt,
  type SchoolCalendar,
} from '#district/contract.ts'
import type { PageKey } from '#platform/page-key.ts'

/** Where a promise stands on Today: the order people read them in. */
export const groups = ['high', 'late', 'today', 'week', 'later'] as const
export type Group = (typeof groups)[number]

export type Owed = { readonly id: string; readonly highNeed: boolean; readonly dueAt: Date | null }

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

/** Stands in a page key for what has no day. */
const noDay = new Date('9999-12-31T00:00:00Z')
const asOwed = ({ at, id }: PageKey): Owed => ({ id, dueAt: at, highNeed: false })

const inOrder = (one: Owed, other: Owed) =>
  (one.dueAt ?? noDay).getTime() - (other.dueAt ?? noDay).getTime() ||
  (one.id < other.id ? -1 : Number(one.id > other.id))

/** Something of every group, by its name. */
export const eachGroup = <T>(of: (group: Group) => T): Record<Group, T> =>
  Object.fromEntries(groups.map((group) => [group, of(group)])) as Record<Group, T>

/**
 * Sorts what is owed: high need is pinned on top until its day is beyond this week, then what is late, due
 * today, due this week, and the rest; the soonest first in each, what has no day last [R055].
 */
export function sortPromises<T extends Owed>(owed: readonly T[], bounds: Bounds): Record<Group, T[]> {
  const sorted = Map.groupBy(owed.toSorted(inOrder), (each) => groupOf(each, bounds))
  return eachGroup((group) => sorted.get(group) ?? [])
}

/** How many promises of each group the first page shows. The others are one link away, with their number. */
const most: Record<Group, number> = { high: 10, late: 10, today: 10, week: 10, later: 5 }

/** How many a page of one group alone shows. */
const pageSize = 40

export type Showing = { show: Group | 'everything'; after?: PageKey | undefined }

/** What a page shows of promises that were sorted: the first of every group, or a page of one alone. */
export function shownOf<T extends Owed>(
  sorted: Record<Group, readonly T[]>,
  { show, after }: Showing,
): { shown: Record<Group, T[]>; next: PageKey | undefined } {
  if (show === 'everything')
    return { shown: eachGroup((group) => sorted[group].slice(0, most[group])), next: undefined }
  const left =
    after === undefined ? sorted[show] : sorted[show].filter((one) => inOrder(one, asOwed(after)) > 0)
  const page = left.slice(0, pageSize)
  const last = left.length > pageSize ? page.at(-1) : undefined
  return {
    shown: eachGroup((group) => (group === show ? page : [])),
    next: last === undefined ? undefined : { at: last.dueAt ?? noDay, id: last.id },
  }
}
