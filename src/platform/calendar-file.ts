/** One entry of somebody's calendar. Moments are written in universal time, so no zone can be mistaken. */
export type CalendarEntry = {
  /** The same for every file about the same thing, so that a calendar replaces what it had. */
  uid: string
  madeAt: Date
  startsAt: Date
  minutes: number
  summary: string
}

/** RFC 5545, 3.3.11: what a text may not hold as it is. */
const escaped = (text: string): string =>
  text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r?\n/g, '\\n')

/** RFC 5545, 3.3.5, form 2: "20261015T233000Z". */
const instant = (at: Date): string => at.toISOString().replaceAll(/[-:]|\.\d{3}/g, '')

const mostOctets = 75

/** RFC 5545, 3.1: at most 75 octets, the rest on lines that begin with a blank; no letter is cut. */
export function folded(line: string): string {
  const lines: string[] = []
  let current = ''
  for (const letter of line) {
    if (Buffer.byteLength(current + letter) > mostOctets) {
      lines.push(current)
      current = ' '
    }
    current += letter
  }
  return [...lines, current].join('\r\n')
}

/** A calendar file (RFC 5545) that is published, and asks nobody for an answer. */
export function calendarFile({ uid, madeAt, startsAt, minutes, summary }: CalendarEntry): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Throughline//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${instant(madeAt)}`,
    `DTSTART:${instant(startsAt)}`,
    `DTEND:${instant(new Date(startsAt.getTime() + minutes * 60_000))}`,
    `SUMMARY:${escaped(summary)}`,
    'CLASS:PRIVATE',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}
