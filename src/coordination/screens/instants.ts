import { dayOf, type SchoolCalendar, timeOf } from '#district/contract.ts'
import { dayWords } from '#standards/contract.ts'

/** Says days and times of one page, on the district's clock and from its today. */
export function instantsOf({ calendar, now }: { calendar: SchoolCalendar; now: Date }) {
  const today = dayOf(calendar, now)
  const day = (at: Date | string) => dayWords(typeof at === 'string' ? at : dayOf(calendar, at), today)
  return {
    today,
    day,
    time: (at: Date) => timeOf(calendar, at),
    both: (at: Date) => `${day(at)}, ${timeOf(calendar, at)}`,
  }
}
export type Instants = ReturnType<typeof instantsOf>
