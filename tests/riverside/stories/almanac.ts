import { addCalendarDays, dayOf, instantAt, isSchoolDay, type SchoolCalendar } from '#district/contract.ts'
import { closures, terms } from '../places.ts'

const hours = { opens: '07:30', closes: '17:00' }
export const calendar: SchoolCalendar = {
  timeZone: 'America/Los_Angeles',
  terms,
  closures,
  hours: { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours },
}

const minute = 60_000

const step = (day: string, by: 1 | -1): string => {
  const next = addCalendarDays(day, by)
  return isSchoolDay(calendar, next) ? next : step(next, by)
}
const stepped = (day: string, offset: number): string =>
  offset === 0 ? day : stepped(step(day, offset < 0 ? -1 : 1), offset < 0 ? offset + 1 : offset - 1)

/** So many minutes of a day have to have passed before the stories of today are told of it. */
const begun = 60

/** The latest stretch of work that has passed: of today once it has begun, else of the school day before. */
function lastWorked(now: Date): { day: string; opens: Date; until: Date } {
  const of = (day: string) => ({
    day,
    opens: instantAt(calendar, day, hours.opens),
    closes: instantAt(calendar, day, hours.closes),
  })
  const today = dayOf(calendar, now)
  const onToday = isSchoolDay(calendar, today) ? of(today) : undefined
  if (onToday !== undefined && now.getTime() - onToday.opens.getTime() >= begun * minute)
    return { ...onToday, until: onToday.closes < now ? onToday.closes : now }
  const before = of(step(today, -1))
  return { ...before, until: before.closes }
}

/**
 * Days of the stories, counted from the moment they lead up to. Day 0 is the day whose work has passed or is
 * under way: what is told of it lies in working hours, whenever the stories are told.
 */
export function almanacOf(now: Date) {
  const { day: base, opens, until } = lastWorked(now)
  const day = (offset: number) => stepped(base, offset)
  /** The Monday of the week a day lies in. */
  const mondayOf = (on: string) => addCalendarDays(on, -((new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7))
  return {
    /** The first school day of a week so many weeks before day 0, counted in school days from it. */
    weekBegan(weeks: number): number {
      const from = addCalendarDays(mondayOf(base), -7 * weeks)
      let offset = 0
      while (day(offset - 1) >= from) offset--
      return offset
    },
    /** The school day so many before (negative) or after. */
    day,
    /** A moment on it, never later than now. */
    moment(offset: number, time: string): Date {
      const at = instantAt(calendar, day(offset), time)
      return at < now ? at : new Date(until.getTime() - minute)
    },
    /** So many minutes before now, or before work ended on day 0; never before it began. */
    ago: (minutes: number) => new Date(Math.max(until.getTime() - minutes * minute, opens.getTime())),
    /** So many minutes before now, whatever the hour: for what cannot wait until somebody works. */
    justNow: (minutes: number) => new Date(now.getTime() - minutes * minute),
  }
}
export type Almanac = ReturnType<typeof almanacOf>
