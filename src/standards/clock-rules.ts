import {
  addCalendarDays,
  addCalendarDaysAt,
  addSchoolDays,
  addWorkingMinutes,
  calendarDaysBetween,
  type Closure,
  closuresBetween,
  dayOf,
  endOfCalendarDay,
  endOfSchoolDay,
  findLastSchoolDayOfWeek,
  isSchoolDay,
  nextSchoolDay,
  type SchoolCalendar,
  timeOf,
} from '#district/contract.ts'
import type { Clock } from './clocks.ts'
import type { Limit } from './limits.ts'
import type { TimeStandards } from './time-standards.ts'

/** When something is due under one limit. */
export type Reach = {
  /** What people work towards and what a screen counts down to. */
  readonly dueAt: Date
  /**
   * The first instant that misses the standard. A limit in days is kept by the day: something due at
   * closing time and done that evening is on time. A limit in minutes is kept to the minute.
   */
  readonly lateAt: Date
  /** When the clock began to run: the start, or the opening it waited for. */
  readonly beganAt: Date
  /** Closures the clock did not run on. */
  readonly waitedOver: readonly Closure[]
}

type Counted = { dueAt: Date; beganAt: Date; waits: boolean }

/** The first moment at or after a start when school is open. */
const opening = (calendar: SchoolCalendar, startedAt: Date) => addWorkingMinutes(calendar, startedAt, 0)

/** The last millisecond of a day: the aim of what starts after closing and still counts that day. */
const endOfDay = (calendar: SchoolCalendar, day: string) =>
  new Date(endOfCalendarDay(calendar, day).getTime() - 1)

function sameDay(calendar: SchoolCalendar, cutOff: string | undefined, startedAt: Date): Counted {
  const day = dayOf(calendar, startedAt)
  const open = isSchoolDay(calendar, day)
  if (cutOff !== undefined && (!open || timeOf(calendar, startedAt) >= cutOff)) {
    const dueAt = endOfSchoolDay(calendar, nextSchoolDay(calendar, day))
    return { dueAt, beganAt: opening(calendar, endOfCalendarDay(calendar, day)), waits: true }
  }
  const closes = open ? endOfSchoolDay(calendar, day) : undefined
  const dueAt = closes !== undefined && startedAt < closes ? closes : endOfDay(calendar, day)
  return { dueAt, beganAt: startedAt, waits: false }
}

/** So many calendar days later at the same time, holidays passed over when asked. */
function calendarDays(
  calendar: SchoolCalendar,
  limit: Limit & { unit: 'calendar_days' },
  startedAt: Date,
): Counted {
  if (limit.skipHolidays !== true) {
    return { dueAt: addCalendarDaysAt(calendar, startedAt, limit.amount), beganAt: startedAt, waits: false }
  }
  const closed = new Set(calendar.closures.map(({ on }) => on))
  const beganAt = afterClosures(calendar, closed, startedAt)
  const began = dayOf(calendar, beganAt)
  let day = began
  for (let left = limit.amount; left > 0; ) {
    day = addCalendarDays(day, 1)
    if (!closed.has(day)) left -= 1
  }
  const dueAt = addCalendarDaysAt(calendar, beganAt, calendarDaysBetween(began, day))
  return { dueAt, beganAt, waits: true }
}

/** The same moment on a day that counts, else the first moment of the next day that does. */
function afterClosures(calendar: SchoolCalendar, closed: ReadonlySet<string>, startedAt: Date): Date {
  let moment = startedAt
  while (closed.has(dayOf(calendar, moment))) moment = endOfCalendarDay(calendar, dayOf(calendar, moment))
  return moment
}

function counted(calendar: SchoolCalendar, limit: Limit, startedAt: Date): Counted {
  switch (limit.unit) {
    case 'minutes':
      return {
        dueAt: new Date(startedAt.getTime() + limit.amount * 60_000),
        beganAt: startedAt,
        waits: false,
      }
    case 'calendar_days':
      return calendarDays(calendar, limit, startedAt)
    case 'same_day':
      return sameDay(calendar, limit.cutOff, startedAt)
    default:
      return countedFromOpening(calendar, limit, startedAt)
  }
}

function countedFromOpening(
  calendar: SchoolCalendar,
  limit: Exclude<Limit, { unit: 'minutes' | 'calendar_days' | 'same_day' }>,
  startedAt: Date,
): Counted {
  const beganAt = opening(calendar, startedAt)
  const began = dayOf(calendar, beganAt)
  switch (limit.unit) {
    case 'working_minutes':
      return { dueAt: addWorkingMinutes(calendar, beganAt, limit.amount), beganAt, waits: true }
    case 'school_days':
      return {
        dueAt: endOfSchoolDay(calendar, addSchoolDays(calendar, began, limit.amount)),
        beganAt,
        waits: true,
      }
    case 'school_week':
      return {
        dueAt: endOfSchoolDay(calendar, findLastSchoolDayOfWeek(calendar, began) ?? began),
        beganAt,
        waits: true,
      }
  }
}

const keptToTheMinute: ReadonlySet<Limit['unit']> = new Set(['minutes', 'working_minutes'])

/** When something that started is due under a limit, on a school calendar. */
export function reach(calendar: SchoolCalendar, limit: Limit, startedAt: Date): Reach {
  const { dueAt, beganAt, waits } = counted(calendar, limit, startedAt)
  const dayBefore = addCalendarDays(dayOf(calendar, startedAt), -1)
  return {
    dueAt,
    lateAt: keptToTheMinute.has(limit.unit)
      ? new Date(dueAt.getTime() + 1)
      : endOfCalendarDay(calendar, dayOf(calendar, dueAt)),
    beganAt,
    waitedOver: waits ? closuresBetween(calendar, dayBefore, dayOf(calendar, dueAt)) : [],
  }
}

/** Something with a clock: what it is, when it started, and what may shorten it. */
export type Started = {
  readonly clock: Clock
  readonly startedAt: Date
  readonly urgent?: boolean | undefined
  readonly highNeed?: boolean | undefined
}

export type Because = 'standard' | 'urgent' | 'high_need'

export type Due = Reach & {
  readonly startedAt: Date
  readonly standard: { readonly clock: Clock } & Limit
  /** Which of the clock's limits applies. */
  readonly because: Because
}

/** The limits of a clock that apply, the ordinary one first. */
function limitsFor(standards: TimeStandards, started: Started): { because: Because; limit: Limit }[] {
  const { limit, urgent, highNeed } = standards[started.clock]
  return [
    { because: 'standard', limit },
    ...(started.urgent === true && urgent !== undefined
      ? [{ because: 'urgent', limit: urgent } as const]
      : []),
    ...(started.highNeed === true && highNeed !== undefined
      ? [{ because: 'high_need', limit: highNeed } as const]
      : []),
  ]
}

/**
 * When something is due under the time standards it started with. Where several limits apply, the soonest
 * counts; being urgent or high need never gives more time.
 */
export function dueAt(calendar: SchoolCalendar, standards: TimeStandards, started: Started): Due {
  const { clock, startedAt } = started
  return limitsFor(standards, started)
    .map(
      ({ because, limit }): Due => ({
        ...reach(calendar, limit, startedAt),
        startedAt,
        standard: { clock, ...limit },
        because,
      }),
    )
    .reduce((soonest, each) => (each.dueAt < soonest.dueAt ? each : soonest))
}

/** Whether a standard was kept, and the minutes it took. Computed by the product, never typed [R042]. */
export function resultOf(due: Due, doneAt: Date): { kept: boolean; minutes: number } {
  return {
    kept: doneAt < due.lateAt,
    minutes: Math.floor((doneAt.getTime() - due.startedAt.getTime()) / 60_000),
  }
}
