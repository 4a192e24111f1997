import { calendarDaysBetween, dayOf, type SchoolCalendar, schoolDaysBetween } from '#district/contract.ts'

/**
 * How something stands against its due time. `left`: time remains. `due`: the time has passed and the day
 * has not, so nothing counts as a day late yet. `late`: the due day is over. Lateness counts school days;
 * over a weekend or a break it is late by 0 of them, and `days` tells the calendar days.
 */
export type Lateness =
  | { readonly kind: 'left'; readonly minutes: number; readonly schoolDays: number; readonly days: number }
  | { readonly kind: 'due'; readonly minutes: number }
  | { readonly kind: 'late'; readonly schoolDays: number; readonly days: number }

const minute = 60_000

/** Where a due time stands now. Minutes left are rounded up, minutes past are rounded down. */
export function lateness(calendar: SchoolCalendar, dueAt: Date, now: Date): Lateness {
  const [dueOn, today] = [dayOf(calendar, dueAt), dayOf(calendar, now)]
  const passed = now.getTime() - dueAt.getTime()
  if (passed >= 0 && dueOn === today) return { kind: 'due', minutes: Math.floor(passed / minute) }
  if (passed >= 0) {
    return {
      kind: 'late',
      schoolDays: schoolDaysBetween(calendar, dueOn, today),
      days: calendarDaysBetween(dueOn, today),
    }
  }
  return {
    kind: 'left',
    minutes: Math.ceil(-passed / minute),
    schoolDays: schoolDaysBetween(calendar, today, dueOn),
    days: calendarDaysBetween(today, dueOn),
  }
}
