import type { OpenHours, SchoolCalendar, Weekday } from './calendar.ts'

/** What families are written to in. */
export type FamilyLanguage = 'en' | 'es'

const formats = new Map<string, Intl.DateTimeFormat>()
function format(language: FamilyLanguage, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`
  const made = formats.get(key) ?? new Intl.DateTimeFormat(`${language}-US`, options)
  formats.set(key, made)
  return made
}
const opened = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

export type FamilyAt = { readonly timeZone: string; readonly language: FamilyLanguage }

/** "Thursday, October 15" or "Jueves, 15 de octubre". */
export const familyDay = (at: Date, { timeZone, language }: FamilyAt): string =>
  opened(format(language, { timeZone, weekday: 'long', month: 'long', day: 'numeric' }).format(at))

/** The same with the year, inside a sentence. */
export const familyDate = (at: Date, { timeZone, language }: FamilyAt): string =>
  format(language, { timeZone, weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' }).format(at)

/** "October 15" or "15 de octubre". */
export const familyShortDay = (at: Date, { timeZone, language }: FamilyAt): string =>
  format(language, { timeZone, month: 'long', day: 'numeric' }).format(at)

/** A time on the family's own clock: "4:30 in the afternoon", "4:30 de la tarde". */
export const familyTime = (at: Date, { timeZone, language }: FamilyAt): string =>
  format(language, { timeZone, hour: 'numeric', minute: '2-digit', hour12: true, dayPeriod: 'long' }).format(
    at,
  )

/** Opening and closing on a clock without a zone: "8:00 AM". */
const clock = (time: string, language: FamilyLanguage) =>
  format(language, { timeZone: 'UTC', hour: 'numeric', minute: '2-digit', hour12: true }).format(
    new Date(`1970-01-01T${time}:00Z`),
  )

/** 1970-01-05 was a Monday. */
const weekdayName = (weekday: Weekday, language: FamilyLanguage) =>
  format(language, { timeZone: 'UTC', weekday: 'long' }).format(new Date(Date.UTC(1970, 0, 4 + weekday)))

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

/**
 * When the school answers, when that is the same hours on days in a row; undefined when it is not so simple.
 */
export function officeHours(calendar: SchoolCalendar, language: FamilyLanguage) {
  const open = weekdays.filter((day) => calendar.hours[day] !== undefined)
  const [first, last] = [open[0], open.at(-1)]
  if (first === undefined || last === undefined || open.length !== last - first + 1) return undefined
  const hours = open.map((day) => calendar.hours[day] as OpenHours)
  const [one] = hours
  if (one === undefined || hours.some(({ opens, closes }) => opens !== one.opens || closes !== one.closes))
    return undefined
  return {
    from: weekdayName(first, language),
    to: weekdayName(last, language),
    opens: clock(one.opens, language),
    closes: clock(one.closes, language),
  }
}
