import {
  addCalendarDays,
  addCalendarDaysAt,
  dayOf,
  findHours,
  instantAt,
  type SchoolCalendar,
} from '#district/contract.ts'
import type { Due } from './clock-rules.ts'
import type { Clock } from './clocks.ts'
import type { Limit } from './limits.ts'
import type { TimeStandards } from './time-standards.ts'

/** Something to do ahead of a moment, and the moment from which it can be done. */
export type Ahead = { readonly clock: Clock; readonly of: Date; readonly from: Date }

const minute = 60_000

/** The last moment school is open at or before one; undefined when it was not open since another. */
function lastOpening(calendar: SchoolCalendar, from: Date, until: Date): Date | undefined {
  const first = dayOf(calendar, from)
  for (let day = dayOf(calendar, until); day >= first; day = addCalendarDays(day, -1)) {
    const hours = findHours(calendar, day)
    if (hours === undefined || instantAt(calendar, day, hours.opens) > until) continue
    const closes = instantAt(calendar, day, hours.closes)
    return closes < until ? closes : until
  }
  return undefined
}

/** Closing time so many school days before the day of a moment; undefined when that lies before another. */
function closingBefore(calendar: SchoolCalendar, { of, from }: Ahead, days: number): Date | undefined {
  const first = dayOf(calendar, from)
  let left = days
  for (let day = addCalendarDays(dayOf(calendar, of), -1); day >= first; day = addCalendarDays(day, -1)) {
    const hours = findHours(calendar, day)
    if (hours === undefined) continue
    left -= 1
    if (left === 0) return instantAt(calendar, day, hours.closes)
  }
  return undefined
}

function aimOf(calendar: SchoolCalendar, limit: Limit, ahead: Ahead): Date | undefined {
  const { of, from } = ahead
  switch (limit.unit) {
    case 'school_days':
      return closingBefore(calendar, ahead, limit.amount)
    case 'calendar_days':
      return lastOpening(calendar, from, addCalendarDaysAt(calendar, of, -limit.amount))
    case 'minutes':
    case 'working_minutes':
      return lastOpening(calendar, from, new Date(of.getTime() - limit.amount * minute))
    case 'same_day':
    case 'school_week':
      return lastOpening(calendar, from, of)
  }
}

/**
 * When something is due that comes before a moment, under the time standards in force: while school is open,
 * so many days or minutes ahead. A limit in school days means closing time of that day. What cannot be done
 * so early any more is due at once.
 */
export function dueBefore(
  calendar: SchoolCalendar,
  standards: TimeStandards,
  ahead: Ahead,
): Pick<Due, 'dueAt' | 'standard'> {
  const { clock, from } = ahead
  const { limit } = standards[clock]
  const aim = aimOf(calendar, limit, ahead)
  return { dueAt: aim === undefined || aim < from ? from : aim, standard: { clock, ...limit } }
}
