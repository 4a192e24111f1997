import { dayOf, timeOf, weekdayCalendar } from '#district/contract.ts'
import type { Language } from '#platform/words.ts'
import { dayWords } from '#standards/contract.ts'

/** Where and when somebody reads a page: the zone of the district's clocks, and now. */
export type Reading = { readonly timeZone: string; readonly now: Date; readonly language?: Language }

/** A moment as staff read it: "13:50" today, "Tue Oct 6, 15:34" on another day. */
export function momentWords(at: Date, { timeZone, now, language = 'en' }: Reading): string {
  const calendar = weekdayCalendar(timeZone)
  const [day, today] = [dayOf(calendar, at), dayOf(calendar, now)]
  const time = timeOf(calendar, at)
  return day === today ? time : `${dayWords(day, today, language)}, ${time}`
}

/** The day of a moment: "Tue Oct 6". */
export function dayOfMoment(at: Date, { timeZone, now, language = 'en' }: Reading): string {
  const calendar = weekdayCalendar(timeZone)
  return dayWords(dayOf(calendar, at), dayOf(calendar, now), language)
}

/** A calendar day, YYYY-MM-DD, in words: "Wed Jun 30, 2027". */
export const calendarDayWords = (day: string, { timeZone, now, language = 'en' }: Reading): string =>
  dayWords(day, dayOf(weekdayCalendar(timeZone), now), language)
