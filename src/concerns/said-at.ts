import { dayOf, timeOf, weekdayCalendar } from '#district/contract.ts'
import { dayWords } from '#standards/contract.ts'

/** An instant as staff read it, in the district's zone: "Tue Oct 13, 13:30". */
export function saidAt(at: Date, { timeZone, now }: { timeZone: string; now: Date }): string {
  const calendar = weekdayCalendar(timeZone)
  return `${dayWords(dayOf(calendar, at), dayOf(calendar, now))}, ${timeOf(calendar, at)}`
}
