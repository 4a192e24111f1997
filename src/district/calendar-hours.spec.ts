import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addSchoolDays, isSchoolDay, type SchoolCalendar, weekdayCalendar } from './calendar.ts'
import {
  addCalendarDaysAt,
  addWorkingMinutes,
  dayOf,
  endOfCalendarDay,
  endOfSchoolDay,
  instantAt,
  timeOf,
  workingMinutesBetween,
} from './calendar-hours.ts'

const holiday = [{ on: '2026-10-12', label: 'Indigenous Peoples’ Day' }]
const west: SchoolCalendar = { ...weekdayCalendar('America/Los_Angeles'), closures: holiday }
const east: SchoolCalendar = { ...weekdayCalendar('America/New_York'), closures: holiday }
const hour = 3_600_000

/** An instant written as day and time on the district's own clock. */
const at = (day: string, time: string, calendar = west) => instantAt(calendar, day, time)
const said = (instant: Date, calendar = west) => `${dayOf(calendar, instant)} ${timeOf(calendar, instant)}`
const instants = fc
  .integer({ min: Date.UTC(2026, 7, 1), max: Date.UTC(2027, 6, 31) })
  .map((milliseconds) => new Date(milliseconds))
const either = fc.constantFrom(west, east)

describe('The district’s own clock', () => {
  test('an evening in California is still the same day there, though not in London', () => {
    expect(dayOf(west, new Date('2026-10-14T05:30:00Z'))).toBe('2026-10-13')
    expect(dayOf(east, new Date('2026-10-14T05:30:00Z'))).toBe('2026-10-14')
  })

  test.each([
    ['summer in Los Angeles', west, '2026-10-30', '2026-10-30T23:00:00.000Z'],
    ['winter in Los Angeles', west, '2026-11-02', '2026-11-03T00:00:00.000Z'],
    ['winter in New York', east, '2027-03-12', '2027-03-12T21:00:00.000Z'],
    ['summer in New York', east, '2027-03-15', '2027-03-15T20:00:00.000Z'],
  ])('school closes at 16:00 on the wall in %s', (_name, calendar, day, expected) => {
    expect(endOfSchoolDay(calendar, day).toISOString()).toBe(expected)
  })

  test('the day the clocks go back is 25 hours long, and the day they go forward 23', () => {
    const length = (calendar: SchoolCalendar, day: string) =>
      (endOfCalendarDay(calendar, day).getTime() - instantAt(calendar, day, '00:00').getTime()) / hour
    expect([length(west, '2026-11-01'), length(east, '2027-03-14'), length(west, '2026-11-02')]).toEqual([
      25, 23, 24,
    ])
  })

  test('a skipped time means the same distance later, and a repeated one means the first', () => {
    expect(at('2027-03-14', '02:30').toISOString()).toBe('2027-03-14T10:30:00.000Z')
    expect(at('2026-11-01', '01:30').toISOString()).toBe('2026-11-01T08:30:00.000Z')
  })

  test('seven days later is the same time on the wall, across a clock change', () => {
    expect(said(addCalendarDaysAt(west, at('2026-10-28', '10:15'), 7))).toBe('2026-11-04 10:15')
    expect(addCalendarDaysAt(west, at('2026-10-28', '10:15'), 7).getTime()).toBe(
      at('2026-10-28', '10:15').getTime() + 7 * 24 * hour + hour,
    )
  })

  test('a closed day has no closing time', () => {
    expect(() => endOfSchoolDay(west, '2026-10-12')).toThrow('2026-10-12 is not a school day')
  })
})

describe('Working minutes', () => {
  test.each([
    ['Friday 15:00 before a Monday holiday, 2 hours', '2026-10-09', '15:00', 120, '2026-10-13 08:30'],
    ['Friday 15:00, exactly to closing', '2026-10-09', '15:00', 60, '2026-10-09 16:00'],
    ['Friday 17:00, after closing', '2026-10-09', '17:00', 30, '2026-10-13 08:00'],
    ['Saturday, no minutes at all', '2026-10-10', '11:00', 0, '2026-10-13 07:30'],
    ['before opening', '2026-10-13', '06:00', 15, '2026-10-13 07:45'],
    ['over the weekend the clocks go back', '2026-10-30', '15:30', 60, '2026-11-02 08:00'],
    ['over the weekend the clocks go forward', '2027-03-12', '15:30', 60, '2027-03-15 08:00'],
  ])('%s', (_name, day, time, minutes, expected) => {
    expect(said(addWorkingMinutes(west, at(day, time), minutes))).toBe(expected)
  })

  test('minutes back, or without end, are refused', () => {
    expect(() => addWorkingMinutes(west, at('2026-10-13', '10:00'), -1)).toThrow(RangeError)
    expect(() => addWorkingMinutes(west, at('2026-10-13', '10:00'), Number.POSITIVE_INFINITY)).toThrow(
      RangeError,
    )
  })

  test('nothing is counted while school is closed', () => {
    expect(workingMinutesBetween(west, at('2026-10-09', '16:00'), at('2026-10-13', '07:30'))).toBe(0)
    expect(workingMinutesBetween(west, at('2026-10-09', '15:00'), at('2026-10-13', '08:30'))).toBe(120)
    expect(workingMinutesBetween(west, at('2026-10-13', '10:00'), at('2026-10-13', '09:00'))).toBe(0)
  })

  test('minutes added are minutes counted, in open hours, across both clock changes', () => {
    fc.assert(
      fc.property(either, instants, fc.integer({ min: 0, max: 3_000 }), (calendar, start, minutes) => {
        const end = addWorkingMinutes(calendar, start, minutes)
        expect(end.getTime()).toBeGreaterThanOrEqual(start.getTime())
        expect(isSchoolDay(calendar, dayOf(calendar, end))).toBe(true)
        expect(workingMinutesBetween(calendar, start, end)).toBe(minutes)
      }),
      { numRuns: 80 },
    )
  })

  test('a later start never ends earlier', () => {
    fc.assert(
      fc.property(either, instants, fc.nat(300 * hour), fc.nat(2_000), (calendar, start, wait, minutes) => {
        const later = new Date(start.getTime() + wait)
        expect(addWorkingMinutes(calendar, start, minutes).getTime()).toBeLessThanOrEqual(
          addWorkingMinutes(calendar, later, minutes).getTime(),
        )
      }),
      { numRuns: 80 },
    )
  })

  test('a school day ends at the same wall time whatever day is reached', () => {
    fc.assert(
      fc.property(either, instants, fc.nat(40), (calendar, start, count) => {
        const day = addSchoolDays(calendar, dayOf(calendar, start), count)
        expect(said(endOfSchoolDay(calendar, day), calendar)).toBe(`${day} 16:00`)
      }),
      { numRuns: 80 },
    )
  })
})
