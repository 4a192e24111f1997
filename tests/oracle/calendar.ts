/** An end counts from its instant on: at or before now it has come. */
export function hasCome(instant: Date | null, now: Date): boolean {
  return instant !== null && instant.getTime() <= now.getTime()
}

/** Calendars already made, by zone: making one is slow, and the same zone always gives the same one. */
const calendars = new Map<string, Intl.DateTimeFormat>()

function calendarOf(timeZone: string): Intl.DateTimeFormat {
  const made = calendars.get(timeZone)
  if (made !== undefined) return made
  const calendar = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  calendars.set(timeZone, calendar)
  return calendar
}

/** Which day it is in a zone, YYYY-MM-DD. */
export function dayIn(timeZone: string, now: Date): string {
  const parts = calendarOf(timeZone).formatToParts(now)
  const part = (type: 'year' | 'month' | 'day') => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}
