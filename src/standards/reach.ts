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
import type { Limit } from './limits.ts'
import { isPausedOn, type Pause, pausesBetween, withoutPauses } from './pause.ts'

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
  /** Pauses that moved it. */
  readonly pausedOver: readonly Pause[]
}

/** What a clock runs from, and the days on which somebody paused it. */
export type From = { readonly startedAt: Date; readonly pauses?: readonly Pause[] | undefined }

type Counted = { dueAt: Date; beganAt: Date; waits: boolean }
type Counting = {
  readonly calendar: SchoolCalendar
  readonly startedAt: Date
  readonly pauses: readonly Pause[]
}

/** The first moment at or after a start when school is open. */
const opening = (calendar: SchoolCalendar, startedAt: Date) => addWorkingMinutes(calendar, startedAt, 0)

/** The last millisecond of a day: the aim of what starts after closing and still counts that day. */
const endOfDay = (calendar: SchoolCalendar, day: string) =>
  new Date(endOfCalendarDay(calendar, day).getTime() - 1)

function sameDay({ calendar, startedAt, pauses }: Counting, cutOff: string | undefined): Counted {
  const day = dayOf(calendar, startedAt)
  const open = isSchoolDay(calendar, day)
  const tooLate = cutOff !== undefined && (!open || timeOf(calendar, startedAt) >= cutOff)
  if (tooLate || isPausedOn(pauses, day)) {
    const dueAt = endOfSchoolDay(calendar, nextSchoolDay(calendar, day))
    return { dueAt, beganAt: opening(calendar, endOfCalendarDay(calendar, day)), waits: true }
  }
  const closes = open ? endOfSchoolDay(calendar, day) : undefined
  const dueAt = closes !== undefined && startedAt < closes ? closes : endOfDay(calendar, day)
  return { dueAt, beganAt: startedAt, waits: false }
}

type Stands = (day: string) => boolean

/** The same moment on a day that counts, else the first moment of the next day that does. */
function afterStanding(calendar: SchoolCalendar, stands: Stands, startedAt: Date): Date {
  let moment = startedAt
  while (stands(dayOf(calendar, moment))) moment = endOfCalendarDay(calendar, dayOf(calendar, moment))
  return moment
}

/** So many calendar days later at the same time, holidays passed over when asked, and paused days always. */
function calendarDays(
  { calendar, startedAt, pauses }: Counting,
  limit: Limit & { unit: 'calendar_days' },
): Counted {
  const closed = new Set(limit.skipHolidays === true ? calendar.closures.map(({ on }) => on) : [])
  const stands: Stands = (day) => closed.has(day) || isPausedOn(pauses, day)
  const beganAt = afterStanding(calendar, stands, startedAt)
  const began = dayOf(calendar, beganAt)
  let day = began
  for (let left = limit.amount; left > 0; ) {
    day = addCalendarDays(day, 1)
    if (!stands(day)) left -= 1
  }
  const dueAt = addCalendarDaysAt(calendar, beganAt, calendarDaysBetween(began, day))
  return { dueAt, beganAt, waits: limit.skipHolidays === true }
}

/** So many minutes later, day and night; those of a paused day are not counted. */
function minutesLater({ calendar, startedAt, pauses }: Counting, amount: number): Counted {
  const stands: Stands = (day) => isPausedOn(pauses, day)
  const beganAt = afterStanding(calendar, stands, startedAt)
  const lastPaused = pauses.reduce((last, { throughOn }) => (throughOn > last ? throughOn : last), '')
  let from = beganAt
  let left = amount * 60_000
  for (;;) {
    const day = dayOf(calendar, from)
    const ends = endOfCalendarDay(calendar, day)
    const rest = ends.getTime() - from.getTime()
    if (left <= rest || day > lastPaused)
      return { dueAt: new Date(from.getTime() + left), beganAt, waits: false }
    left -= rest
    from = afterStanding(calendar, stands, ends)
  }
}

function counted(counting: Counting, limit: Limit): Counted {
  switch (limit.unit) {
    case 'minutes':
      return minutesLater(counting, limit.amount)
    case 'calendar_days':
      return calendarDays(counting, limit)
    case 'same_day':
      return sameDay(counting, limit.cutOff)
    default:
      return countedFromOpening(counting, limit)
  }
}

function countedFromOpening(
  { calendar, startedAt }: Counting,
  limit: Exclude<Limit, { unit: 'minutes' | 'calendar_days' | 'same_day' }>,
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

/** The first instant that misses what is due then. */
const lateAfter = (calendar: SchoolCalendar, { unit }: Limit, dueAt: Date): Date =>
  keptToTheMinute.has(unit)
    ? new Date(dueAt.getTime() + 1)
    : endOfCalendarDay(calendar, dayOf(calendar, dueAt))

/** When something that started is due under a limit, on a school calendar, its paused days not counted. */
export function reach(calendar: SchoolCalendar, limit: Limit, { startedAt, pauses = [] }: From): Reach {
  const running = withoutPauses(calendar, pauses)
  const { dueAt, beganAt, waits } = counted({ calendar: running, startedAt, pauses }, limit)
  const dayBefore = addCalendarDays(dayOf(calendar, startedAt), -1)
  return {
    dueAt,
    lateAt: lateAfter(calendar, limit, dueAt),
    beganAt,
    waitedOver: waits ? closuresBetween(calendar, dayBefore, dayOf(calendar, dueAt)) : [],
    pausedOver: pausesBetween(pauses, dayOf(calendar, startedAt), dayOf(calendar, dueAt)),
  }
}

/** The same, held until a pause is over where it would be due within one, and no longer. */
export function afterPauses(
  calendar: SchoolCalendar,
  pauses: readonly Pause[],
  { limit, reached }: { limit: Limit; reached: Reach },
): Reach {
  if (pauses.length === 0) return reached
  const dueAt = afterStanding(calendar, (day) => isPausedOn(pauses, day), reached.dueAt)
  const pausedOver = pausesBetween(pauses, dayOf(calendar, reached.dueAt), dayOf(calendar, dueAt))
  return { ...reached, dueAt, lateAt: lateAfter(calendar, limit, dueAt), pausedOver }
}
