import type { View } from '../page.ts'

/** A day and a time in the district's zone, on a 24-hour clock, with the exact instant for machines. */
export function Moment({ at, view, timeZone }: { at: Date; view: View; timeZone: string }) {
  const format = new Intl.DateTimeFormat(view.language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone,
  })
  return <time datetime={at.toISOString()}>{format.format(at)}</time>
}
