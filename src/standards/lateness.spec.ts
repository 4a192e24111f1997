import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantAt, type SchoolCalendar, weekdayCalendar } from '#district/contract.ts'
import { dayWords } from '#district/contract.ts'
import { type Said, clockWords } from './clock-words.ts'
import { lateness } from './lateness.ts'

/** Tuesday after a Monday holiday, 13:30. */
const calendar: SchoolCalendar = {
  ...weekdayCalendar('America/Los_Angeles'),
  terms: [{ startsOn: '2026-08-24', endsOn: '2026-12-18' }],
  closures: [{ on: '2026-10-12', label: 'Indigenous Peoples’ Day' }],
}
const at = (said: string) => instantAt(calendar, said.slice(0, 10), said.slice(11))
const now = at('2026-10-13 13:30')
/** A blank at which a line does not break reads as a blank. */
const asRead = (text: string) => text.replaceAll('\u00a0', ' ')
const said = (due: string, more: Partial<Said> = {}) => {
  const { headline, detail } = clockWords(calendar, { dueAt: at(due), now, ...more })
  return asRead(`${headline} | ${detail}`)
}

describe('What a person reads first', () => {
  test.each([
    ['2026-10-13 14:00', '30 min left | due today 14:00'],
    ['2026-10-13 15:30', '2 h left | due today 15:30'],
    ['2026-10-13 16:00', '2 h 30 left | due today 16:00'],
    ['2026-10-13 13:31', '1 min left | due today 13:31'],
    ['2026-10-13 13:30', 'due now | due today 13:30'],
    ['2026-10-13 13:10', 'due 20 min ago | due today 13:10'],
    ['2026-10-13 11:30', 'due 2 h ago | due today 11:30'],
    ['2026-10-13 11:25', 'due 2 h 05 ago | due today 11:25'],
    ['2026-10-14 09:00', 'tomorrow 09:00 | Wed Oct 14'],
    ['2026-10-15 12:00', '2 school days left | due Thu Oct 15, 12:00'],
    ['2026-10-09 16:00', '1 school day late | was due Fri Oct 9, 16:00'],
    ['2026-10-07 16:00', '3 school days late | was due Wed Oct 7, 16:00'],
    ['2026-10-12 16:00', '1 school day late | was due Mon Oct 12, 16:00'],
    ['2027-01-05 09:00', '60 school days left | due Tue Jan 5, 2027, 09:00'],
  ])('due %s reads "%s"', (due, expected) => {
    expect(said(due)).toBe(expected)
  })

  test.each([
    ['2026-10-15 15:00', 'in 2 school days | Thu Oct 15, 15:00'],
    ['2026-10-14 09:00', 'tomorrow 09:00 | Wed Oct 14'],
    ['2026-10-13 15:30', '2 h left | due today 15:30'],
  ])('what is planned for %s reads "%s"', (due, expected) => {
    expect(said(due, { planned: true })).toBe(expected)
  })

  test.each([
    ['2026-10-16 16:00', '3 school days left | due Fri Oct 16'],
    ['2026-10-14 16:00', 'tomorrow | Wed Oct 14'],
    ['2026-10-13 16:00', 'due today | Tue Oct 13'],
    ['2026-10-13 08:00', 'due today | Tue Oct 13'],
    ['2026-10-07 16:00', '3 school days late | was due Wed Oct 7'],
  ])('what is owed by a day as a whole, %s, reads "%s"', (due, expected) => {
    expect(said(due, { wholeDay: true })).toBe(expected)
  })

  test('over a weekend nothing turns into school days, and it is said in days', () => {
    const saturday = at('2026-10-10 10:00')
    expect(said('2026-10-09 16:00', { now: saturday })).toBe('late | was due Fri Oct 9, 16:00')
    expect(said('2026-10-12 10:00', { now: saturday })).toBe('2 days left | due Mon Oct 12, 10:00')
    expect(said('2026-10-12 10:00', { now: saturday, planned: true })).toBe('in 2 days | Mon Oct 12, 10:00')
  })

  test.each([
    ['2026-10-13 15:30', 'quedan 2 h | vence hoy 15:30'],
    ['2026-10-14 09:00', 'mañana 09:00 | mié 14 oct'],
    ['2026-10-15 12:00', 'quedan 2 días escolares | vence el jue 15 oct, 12:00'],
    ['2026-10-09 16:00', '1 día escolar de retraso | vencía el vie 9 oct, 16:00'],
  ])('in Spanish, due %s reads "%s"', (due, expected) => {
    expect(said(due, { language: 'es' })).toBe(expected)
  })

  test('a day of another year says its year', () => {
    expect(asRead(dayWords('2026-10-07', '2026-10-13'))).toBe('Wed Oct 7')
    expect(asRead(dayWords('2025-10-07', '2026-10-13'))).toBe('Tue Oct 7, 2025')
    // It stays on one line in running text.
    expect(dayWords('2025-10-07', '2026-10-13')).not.toContain(' ')
  })
})

describe('Where a due time stands', () => {
  test('today is counted in the district, not where the server is', () => {
    const evening = new Date('2026-10-14T05:00:00Z')
    expect(lateness(calendar, at('2026-10-13 16:00'), evening)).toEqual({ kind: 'due', minutes: 360 })
    const east = { ...calendar, timeZone: 'America/New_York' }
    expect(lateness(east, at('2026-10-13 16:00'), evening)).toEqual({ kind: 'late', schoolDays: 1, days: 1 })
  })

  test('a minute that has begun is still left, and one that has begun is not yet past', () => {
    const due = at('2026-10-13 14:00')
    const after = (seconds: number) => lateness(calendar, due, new Date(due.getTime() + seconds * 1000))
    expect(after(-61)).toMatchObject({ kind: 'left', minutes: 2 })
    expect(after(-1)).toMatchObject({ kind: 'left', minutes: 1 })
    expect(after(59)).toEqual({ kind: 'due', minutes: 0 })
  })

  test('a minute is a minute on the night the clocks go back', () => {
    expect(lateness(calendar, at('2026-11-01 04:00'), at('2026-11-01 00:30'))).toMatchObject({ minutes: 270 })
  })

  test('time passing only ever moves from left to due to late, and never counts back', () => {
    const order = { left: 0, due: 1, late: 2 }
    const moments = fc.integer({ min: Date.UTC(2026, 8, 1), max: Date.UTC(2026, 11, 1) })
    fc.assert(
      fc.property(moments, moments, fc.nat(30 * 86_400_000), (due, moment, wait) => {
        const before = lateness(calendar, new Date(due), new Date(moment))
        const after = lateness(calendar, new Date(due), new Date(moment + wait))
        expect(order[before.kind]).toBeLessThanOrEqual(order[after.kind])
        const bothLate = before.kind === 'late' && after.kind === 'late'
        expect(bothLate && before.schoolDays > after.schoolDays).toBe(false)
        const bothLeft = before.kind === 'left' && after.kind === 'left'
        expect(bothLeft && before.minutes < after.minutes).toBe(false)
        expect(bothLeft && before.schoolDays < after.schoolDays).toBe(false)
      }),
      { numRuns: 150 },
    )
  })
})
