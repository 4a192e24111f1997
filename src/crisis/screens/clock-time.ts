import { timeOf, weekdayCalendar } from '#district/contract.ts'

/** A time of day in the district's zone: in a crisis everything is of today. */
export const clockTime = ({ timeZone }: { timeZone: string }, at: Date): string =>
  timeOf(weekdayCalendar(timeZone), at)
