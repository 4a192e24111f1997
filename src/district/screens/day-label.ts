import { unbroken } from '../day-words.ts'

const format = new Intl.DateTimeFormat('en-US', {
  weekday: 'short',
  month: 'short',
  day: 'numeric',
  year: 'numeric',
  timeZone: 'UTC',
})

/** A calendar day in a list of days: "Mon, Sep 7, 2026". A calendar always says the year. */
export const dayLabel = (day: string): string => unbroken(format.format(new Date(`${day}T00:00:00Z`)))
