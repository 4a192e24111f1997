import { addCalendarDays, dayOf, instantAt, isSchoolDay, type SchoolCalendar } from '#district/contract.ts'
import { closures, terms } from '../places.ts'

const hours = { opens: '07:30', closes: '17:00' }
export const calendar: SchoolCalendar = {
  timeZone: 'America/Los_Angeles',
  terms,
  closures,
  hours: { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours },
}

const step = (day: string, by: 1 | -1): string => {
  const next = addCalendarDays(day, by)
  return isSchoolDay(calendar, next) ? next : step(next, by)
}
const stepped = (day: string, offset: number): string =>
  offset === 0 ? day : stepped(step(day, offset < 0 ? -1 : 1), offset < 0 ? offset + 1 : offset - 1)

/**
 * Days of the stories, counted from the moment they lead up to. Day 0 is that day, or the school day before
 * it when there is no school then.
 */
export function almanacOf(now: Date) {
  const today = dayOf(calendar, now)
  const base = isSchoolDay(calendar, today) ? today : step(today, -1)
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
      return at < now ? at : new Date(now.getTime() - 60_000)
    },
    /** So many minutes ago. */
    ago: (minutes: number) => new Date(now.getTime() - minutes * 60_000),
  }
}
export type Almanac = ReturnType<typeof almanacOf>
