import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dayOf,
  instantAt,
  isSchoolDay,
  type SchoolCalendar,
  timeOf,
  weekdayCalendar,
} from '#district/contract.ts'
import { reach } from './reach.ts'
import type { Limit } from './limits.ts'

/** A fall term with a Monday holiday on October 12, and Thanksgiving. */
const calendar: SchoolCalendar = {
  ...weekdayCalendar('America/Los_Angeles'),
  terms: [
    { startsOn: '2026-08-24', endsOn: '2026-12-18' },
    { startsOn: '2027-01-04', endsOn: '2027-06-11' },
  ],
  closures: [
    { on: '2026-10-12', label: 'Indigenous Peoples’ Day' },
    { on: '2026-11-26', label: 'Thanksgiving' },
    { on: '2026-11-27', label: 'Day after Thanksgiving' },
  ],
}
const at = (said: string) => instantAt(calendar, said.slice(0, 10), said.slice(11))
const said = (instant: Date) => `${dayOf(calendar, instant)} ${timeOf(calendar, instant)}`
const due = (limit: Limit, start: string) => said(reach(calendar, limit, { startedAt: at(start) }).dueAt)

describe('When something is due', () => {
  const oneDay: Limit = { unit: 'school_days', amount: 1 }
  const week: Limit = { unit: 'calendar_days', amount: 7 }
  const cutOff: Limit = { unit: 'same_day', cutOff: '15:00' }

  test.each<[string, Limit, string, string]>([
    ['an ordinary Tuesday', oneDay, '2026-10-13 10:00', '2026-10-14 16:00'],
    ['Friday 15:00 before a Monday holiday', oneDay, '2026-10-09 15:00', '2026-10-13 16:00'],
    ['Friday 17:00, after closing, before the holiday', oneDay, '2026-10-09 17:00', '2026-10-14 16:00'],
    ['Saturday before the holiday', oneDay, '2026-10-10 11:00', '2026-10-14 16:00'],
    ['before opening counts as that day', oneDay, '2026-10-13 06:10', '2026-10-14 16:00'],
    [
      'Tuesday of Thanksgiving week',
      { unit: 'school_days', amount: 2 },
      '2026-11-24 09:00',
      '2026-11-30 16:00',
    ],
    ['the last afternoon before the winter break', oneDay, '2026-12-18 15:00', '2027-01-04 16:00'],
    ['in the winter break', oneDay, '2026-12-24 15:00', '2027-01-05 16:00'],
  ])('school days: %s', (_name, limit, start, expected) => {
    expect(due(limit, start)).toBe(expected)
  })

  test.each<[string, Limit, string, string]>([
    ['in the morning it is due at closing', { unit: 'same_day' }, '2026-10-13 10:00', '2026-10-13 16:00'],
    ['at closing the rest of the day counts', { unit: 'same_day' }, '2026-10-13 16:00', '2026-10-13 23:59'],
    ['in the evening the clock does not move', { unit: 'same_day' }, '2026-10-13 18:20', '2026-10-13 23:59'],
    ['on a holiday it is still that day', { unit: 'same_day' }, '2026-10-12 10:00', '2026-10-12 23:59'],
    ['before a published cut-off', cutOff, '2026-10-09 14:59', '2026-10-09 16:00'],
    ['from a published cut-off on', cutOff, '2026-10-09 15:00', '2026-10-13 16:00'],
    ['on a holiday, with a cut-off', cutOff, '2026-10-12 10:00', '2026-10-13 16:00'],
  ])('the same day: %s', (_name, limit, start, expected) => {
    expect(due(limit, start)).toBe(expected)
  })

  test.each<[string, Limit, string, string]>([
    ['a week to the hour', week, '2026-10-05 10:15', '2026-10-12 10:15'],
    ['a week over the night the clocks go back', week, '2026-10-28 10:15', '2026-11-04 10:15'],
    ['a week over the night the clocks go forward', week, '2027-03-10 10:15', '2027-03-17 10:15'],
    ['by the end of the school week', { unit: 'school_week' }, '2026-10-13 10:00', '2026-10-16 16:00'],
    ['the school week of Thanksgiving', { unit: 'school_week' }, '2026-11-23 10:00', '2026-11-25 16:00'],
    ['decided after closing on Friday', { unit: 'school_week' }, '2026-10-16 17:00', '2026-10-23 16:00'],
    ['minutes run at night', { unit: 'minutes', amount: 5 }, '2026-10-10 23:58', '2026-10-11 00:03'],
    [
      'working minutes wait',
      { unit: 'working_minutes', amount: 120 },
      '2026-10-09 15:00',
      '2026-10-13 08:30',
    ],
  ])('other limits: %s', (_name, limit, start, expected) => {
    expect(due(limit, start)).toBe(expected)
  })

  test('a holiday does not count toward the same week when so configured [R367]', () => {
    const skips: Limit = { ...week, skipHolidays: true }
    expect(due(week, '2026-10-07 09:00')).toBe('2026-10-14 09:00')
    expect(due(skips, '2026-10-07 09:00')).toBe('2026-10-15 09:00')
    expect(due(skips, '2026-10-13 09:00')).toBe('2026-10-20 09:00')
    expect(due({ unit: 'school_days', amount: 5 }, '2026-10-07 09:00')).toBe('2026-10-15 16:00')
    // What starts on a holiday counts from its end: not sooner than what started the day before.
    expect(due(skips, '2026-11-25 09:35')).toBe('2026-12-04 09:35')
    expect(due(skips, '2026-11-26 00:00')).toBe('2026-12-05 00:00')
    expect(due(skips, '2026-11-27 18:00')).toBe('2026-12-05 00:00')
  })

  const limits = fc.constantFrom<Limit>(
    { unit: 'same_day' },
    cutOff,
    { unit: 'school_week' },
    { unit: 'school_days', amount: 3 },
    week,
    { ...week, skipHolidays: true } as Limit,
    { unit: 'working_minutes', amount: 500 },
    { unit: 'minutes', amount: 30 },
  )
  const starts = fc
    .integer({ min: Date.UTC(2026, 8, 1), max: Date.UTC(2027, 4, 1) })
    .map((milliseconds) => new Date(milliseconds))

  test('nothing is due before it started, and what started later is not due sooner', () => {
    fc.assert(
      fc.property(limits, starts, fc.nat(20 * 86_400_000), (limit, start, wait) => {
        const first = reach(calendar, limit, { startedAt: start })
        const second = reach(calendar, limit, { startedAt: new Date(start.getTime() + wait) })
        expect(first.dueAt.getTime()).toBeGreaterThanOrEqual(start.getTime())
        expect(first.dueAt.getTime()).toBeLessThanOrEqual(second.dueAt.getTime())
        expect(first.lateAt.getTime()).toBeGreaterThan(first.dueAt.getTime())
        expect(first.lateAt.getTime()).toBeLessThanOrEqual(second.lateAt.getTime())
      }),
      { numRuns: 150 },
    )
  })

  test('what waits for school is never due on a closed day', () => {
    const waiting = limits.filter(({ unit }) => /^school|working/.test(unit))
    fc.assert(
      fc.property(waiting, starts, (limit, start) => {
        expect(
          isSchoolDay(calendar, dayOf(calendar, reach(calendar, limit, { startedAt: start }).dueAt)),
        ).toBe(true)
      }),
      { numRuns: 80 },
    )
  })
})
