/**
 * Instants and the school calendar: when a day opens and ends, and minutes that run only while school is
 * open. Instants are Dates; wall-clock times are 'HH:MM' in the district's zone. On the spring change a
 * time that does not exist means the same distance later; on the autumn change a time that happens twice
 * means the first.
 */
import {
  addCalendarDays,
  findHours,
  nextSchoolDay,
  schoolDayOnOrAfter,
  type SchoolCalendar,
} from './calendar.ts'
import { wallClock } from './zone.ts'

const minute = 60_000

/** The district's calendar day at this instant. */
export const dayOf = (calendar: SchoolCalendar, instant: Date): string =>
  wallClock(calendar.timeZone, instant).day

/** The district's wall-clock time at this instant, 'HH:MM'. */
export const timeOf = (calendar: SchoolCalendar, instant: Date): string =>
  wallClock(calendar.timeZone, instant).time

/** The instant of a wall-clock time on a day in the district. */
export const instantAt = (calendar: SchoolCalendar, day: string, time: string): Date =>
  new Date(
    Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: calendar.timeZone, plainTime: time })
      .epochMilliseconds,
  )

/** The first instant of the day after this one. */
export const endOfCalendarDay = (calendar: SchoolCalendar, day: string): Date =>
  new Date(
    Temporal.PlainDate.from(addCalendarDays(day, 1)).toZonedDateTime(calendar.timeZone).epochMilliseconds,
  )

/** The same wall-clock time so many calendar days later. */
export const addCalendarDaysAt = (calendar: SchoolCalendar, instant: Date, days: number): Date =>
  new Date(
    Temporal.Instant.fromEpochMilliseconds(instant.getTime())
      .toZonedDateTimeISO(calendar.timeZone)
      .add({ days }).epochMilliseconds,
  )

/** Opening and closing of a day as milliseconds; throws on a day that is not a school day. */
function getOpening(calendar: SchoolCalendar, day: string): { opens: number; closes: number } {
  const hours = findHours(calendar, day)
  if (hours === undefined) throw new RangeError(`${day} is not a school day`)
  return {
    opens: instantAt(calendar, day, hours.opens).getTime(),
    closes: instantAt(calendar, day, hours.closes).getTime(),
  }
}

/** Closing time of a school day. Throws on a day that is not one. */
export const endOfSchoolDay = (calendar: SchoolCalendar, day: string): Date =>
  new Date(getOpening(calendar, day).closes)

/**
 * The instant so many working minutes later: time runs only while school is open, and a start outside hours
 * waits for the next opening. Zero gives that first open moment. Throws when `minutes` is negative or not
 * finite.
 */
export function addWorkingMinutes(calendar: SchoolCalendar, startedAt: Date, minutes: number): Date {
  if (!Number.isFinite(minutes) || minutes < 0) throw new RangeError(`Not a number of minutes: ${minutes}`)
  let remaining = minutes * minute
  let day = schoolDayOnOrAfter(calendar, dayOf(calendar, startedAt))
  for (;;) {
    const { opens, closes } = getOpening(calendar, day)
    const from = Math.max(startedAt.getTime(), opens)
    if (from <= closes) {
      if (closes - from >= remaining) return new Date(from + remaining)
      remaining -= closes - from
    }
    day = nextSchoolDay(calendar, day)
  }
}

/** Whole working minutes from one instant to a later one; 0 when it is not later. */
export function workingMinutesBetween(calendar: SchoolCalendar, from: Date, to: Date): number {
  const lastDay = dayOf(calendar, to)
  let total = 0
  let day = schoolDayOnOrAfter(calendar, dayOf(calendar, from))
  while (day <= lastDay) {
    const { opens, closes } = getOpening(calendar, day)
    total += Math.max(0, Math.min(to.getTime(), closes) - Math.max(from.getTime(), opens))
    day = nextSchoolDay(calendar, day)
  }
  return Math.floor(total / minute)
}
