import { nextSchoolDay, type SchoolCalendar } from './calendar.ts'

/** Days without school for one reason, with no school day between them. */
export type Break = { readonly from: string; readonly to: string; readonly label: string }

/**
 * Closures as people speak of them: two weeks of winter break are one line.
 * @param closures in the order of their days
 */
export function breaksOf(
  closures: readonly { readonly onDay: string; readonly label: string }[],
  calendar: SchoolCalendar,
): Break[] {
  return closures.reduce<Break[]>((breaks, { onDay, label }) => {
    const last = breaks.at(-1)
    return last !== undefined && last.label === label && nextSchoolDay(calendar, last.to) > onDay
      ? [...breaks.slice(0, -1), { ...last, to: onDay }]
      : [...breaks, { from: onDay, to: onDay, label }]
  }, [])
}
