import { describe, expect, test } from 'vitest'
import { addCalendarDays, instantAt, type SchoolCalendar, weekdayCalendar } from '#district/contract.ts'
import { dueAt } from './clock-rules.ts'
import type { Pause } from './pause.ts'
import { shippedLimits } from './shipped-limits.ts'
import { becauseWords, whenWords } from './when-words.ts'

/** No school in the week of Thanksgiving, and on one Monday in October. */
const calendar: SchoolCalendar = {
  ...weekdayCalendar('America/Los_Angeles'),
  closures: [
    { on: '2026-10-12', label: 'Indigenous Peoples’ Day' },
    ...[0, 1, 2, 3, 4].map((days) => ({ on: addCalendarDays('2026-11-23', days), label: 'Thanksgiving' })),
  ],
}
type Told = { highNeed?: boolean; pauses?: readonly Pause[]; in?: 'en' | 'es' }
const dueOf = (start: string, { in: _, ...facts }: Told = {}) =>
  dueAt(calendar, shippedLimits, {
    clock: 'not_received',
    startedAt: instantAt(calendar, start.slice(0, 10), start.slice(11)),
    ...facts,
  })
const asRead = (text: string) => text.replaceAll('\u00a0', ' ')
const when = (start: string, told: Told = {}) => asRead(whenWords(calendar, dueOf(start, told), told.in))

describe('When something is due, in words', () => {
  test('a Friday afternoon before a week without school is due on the Monday after it', () => {
    const friday = '2026-11-20 15:00'
    expect(dueOf(friday).dueAt.toISOString()).toBe('2026-12-01T00:00:00.000Z')
    expect(when(friday)).toBe('Mon Nov 30, 16:00: 1 school day, the week of Thanksgiving left out.')
    expect(when(friday, { in: 'es' })).toBe(
      'lun 30 nov, 16:00: 1 día escolar, sin contar la semana de Thanksgiving.',
    )
  })

  test('one day without school is called by its name, and an ordinary day needs no more words', () => {
    expect(when('2026-10-09 15:00')).toBe(
      'Tue Oct 13, 16:00: 1 school day, Indigenous Peoples’ Day left out.',
    )
    expect(when('2026-10-13 10:00')).toBe('Wed Oct 14, 16:00: 1 school day.')
  })

  test('a pause is said with its last day, and why it moved what is due', () => {
    const pauses = [{ fromOn: '2026-10-14', throughOn: '2026-10-16' }]
    expect(when('2026-10-13 10:00', { pauses })).toBe(
      'Mon Oct 19, 16:00: 1 school day, the pause until Fri Oct 16 left out.',
    )
    expect(becauseWords(calendar, dueOf('2026-10-13 10:00', { pauses })).map(asRead)).toEqual([
      'Partner confirms receipt: 1 school day.',
      'Paused days were not counted: Wed Oct 14 to Fri Oct 16.',
    ])
  })

  test('a pause that is long over is not spoken of', () => {
    const pauses = [{ fromOn: '2026-10-01', throughOn: '2026-10-02' }]
    expect(when('2026-10-13 10:00', { pauses })).toBe('Wed Oct 14, 16:00: 1 school day.')
    expect(when('2026-10-13 10:00', { pauses, highNeed: true })).toBe('Wed Oct 14, 16:00: 1 school day.')
  })
})
