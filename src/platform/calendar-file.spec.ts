import { describe, expect, test } from 'vitest'
import { calendarFile, folded } from './calendar-file.ts'

/** A file read as RFC 5545 says: lines that begin with a blank belong to the one before. */
const read = (file: string): Map<string, string> =>
  new Map(
    file
      .replaceAll('\r\n ', '')
      .split('\r\n')
      .filter((line) => line !== '')
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
  )

const entry = {
  uid: 'one@throughline',
  madeAt: new Date('2026-10-13T18:00:00.123Z'),
  startsAt: new Date('2026-11-01T08:30:00Z'),
  minutes: 90,
  summary: 'A time, to keep; for \\you\nand yours',
}

describe('A calendar file', () => {
  test('is published, with its times in universal time, also over the end of summer time', () => {
    const lines = read(calendarFile(entry))
    expect(lines.get('METHOD')).toBe('PUBLISH')
    expect(lines.get('DTSTAMP')).toBe('20261013T180000Z')
    expect(lines.get('DTSTART')).toBe('20261101T083000Z')
    expect(lines.get('DTEND')).toBe('20261101T100000Z')
    expect(lines.get('SUMMARY')).toBe('A time\\, to keep\\; for \\\\you\\nand yours')
    expect(calendarFile(entry).startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true)
    expect(calendarFile(entry).endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n')).toBe(true)
  })

  test('has no line of more than 75 octets, and no letter is cut, in any script', () => {
    for (const summary of ['a'.repeat(300), 'موعد '.repeat(40), '\u{1F33F}'.repeat(60)]) {
      const file = calendarFile({ ...entry, summary })
      for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(read(file).get('SUMMARY')).toBe(summary)
    }
    expect(folded('a'.repeat(75))).not.toContain('\r\n')
    expect(folded('a'.repeat(76))).toBe(`${'a'.repeat(75)}\r\n a`)
  })
})
