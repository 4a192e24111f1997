import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addCalendarDays,
  addSchoolDays,
  calendarDaysBetween,
  closuresBetween,
  findLastSchoolDayOfWeek,
  isSchoolDay,
  nextSchoolDay,
  type SchoolCalendar,
  schoolDayOnOrAfter,
  schoolDaysBetween,
  weekdayCalendar,
} from './calendar.ts'

/**
 * A fall term with a Monday holiday and a Thanksgiving week, a winter break between terms, and a summer
 * after.
 */
const year: SchoolCalendar = {
  ...weekdayCalendar('America/Los_Angeles'),
  terms: [
    { startsOn: '2026-08-24', endsOn: '2026-12-18' },
    { startsOn: '2027-01-04', endsOn: '2027-06-11' },
  ],
  closures: [
    { on: '2026-11-26', label: 'Thanksgiving' },
    { on: '2026-10-12', label: 'Indigenous Peoples’ Day' },
    { on: '2026-11-27', label: 'Day after Thanksgiving' },
  ],
}

/** Any calendar a district might load: some weekdays open, two terms with a gap, a handful of closures. */
const calendars = fc
  .record({
    timeZone: fc.constantFrom(
      'America/Los_Angeles',
      'America/New_York',
      'America/Phoenix',
      'Pacific/Honolulu',
    ),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    closed: fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 40 }),
    gap: fc.integer({ min: 1, max: 40 }),
  })
  .map(
    ({ timeZone, weekdays, closed, gap }): SchoolCalendar => ({
      timeZone,
      terms: [
        { startsOn: '2026-08-24', endsOn: '2026-12-18' },
        { startsOn: addCalendarDays('2026-12-18', gap), endsOn: '2027-06-11' },
      ],
      closures: closed.map((days) => ({ on: addCalendarDays('2026-08-01', days), label: 'Closed' })),
      hours: Object.fromEntries(weekdays.map((day) => [day, { opens: '08:00', closes: '15:00' }])),
    }),
  )
const days = fc.integer({ min: 0, max: 420 }).map((count) => addCalendarDays('2026-08-01', count))

describe('A school day', () => {
  test.each([
    ['a Friday in term', '2026-10-09', true],
    ['a Saturday', '2026-10-10', false],
    ['a Monday holiday', '2026-10-12', false],
    ['a weekday in the winter break', '2026-12-22', false],
    ['a weekday before the first known term', '2026-08-17', false],
    ['a weekday after the last known term', '2027-06-14', true],
    ['a Sunday after the last known term', '2027-06-13', false],
  ])('%s, %s, counts: %s', (_name, day, expected) => {
    expect(isSchoolDay(year, day)).toBe(expected)
  })

  test('every weekday counts for a district that has loaded no term', () => {
    const plain = weekdayCalendar('America/New_York')
    expect(['2026-07-03', '2026-07-04', '2026-07-06'].map((day) => isSchoolDay(plain, day))).toEqual([
      true,
      false,
      true,
    ])
  })

  test('a calendar that is never open is refused rather than waited for', () => {
    expect(() => nextSchoolDay({ ...year, hours: {} }, '2026-10-09')).toThrow('at least one weekday')
    expect(() =>
      nextSchoolDay({ ...year, hours: { 1: { opens: '16:00', closes: '07:30' } } }, '2026-10-09'),
    ).toThrow('at least one weekday')
  })
})

describe('Counting school days', () => {
  test.each([
    ['Friday before a Monday holiday', '2026-10-09', 1, '2026-10-13'],
    ['Saturday before a Monday holiday', '2026-10-10', 1, '2026-10-13'],
    ['Wednesday before Thanksgiving', '2026-11-25', 1, '2026-11-30'],
    ['Monday of Thanksgiving week', '2026-11-23', 3, '2026-11-30'],
    ['last day before the winter break', '2026-12-18', 1, '2027-01-04'],
    ['an ordinary Tuesday', '2026-10-13', 3, '2026-10-16'],
    ['a closed day and no days to count', '2026-10-12', 0, '2026-10-13'],
    ['a school day and no days to count', '2026-10-13', 0, '2026-10-13'],
  ])('from %s, %s, %i school days later is %s', (_name, from, count, expected) => {
    expect(addSchoolDays(year, from, count)).toBe(expected)
  })

  test('a promise due Friday is one school day late on the Tuesday after a Monday holiday', () => {
    expect(schoolDaysBetween(year, '2026-10-09', '2026-10-13')).toBe(1)
    expect(schoolDaysBetween(year, '2026-10-07', '2026-10-13')).toBe(3)
    expect(schoolDaysBetween(year, '2026-10-13', '2026-10-09')).toBe(-1)
    expect(schoolDaysBetween(year, '2026-12-18', '2027-01-01')).toBe(0)
  })

  test('part of a day, or a day back, is not a number of school days', () => {
    expect(() => addSchoolDays(year, '2026-10-09', -1)).toThrow(RangeError)
    expect(() => addSchoolDays(year, '2026-10-09', 1.5)).toThrow(RangeError)
  })

  test('days added are days counted, on every calendar', () => {
    fc.assert(
      fc.property(calendars, days, fc.integer({ min: 1, max: 30 }), (calendar, day, count) => {
        expect(schoolDaysBetween(calendar, day, addSchoolDays(calendar, day, count))).toBe(count)
      }),
      { numRuns: 60 },
    )
  })

  test('no count ever lands on a closed day, and a later start never lands earlier', () => {
    fc.assert(
      fc.property(calendars, days, days, fc.integer({ min: 0, max: 20 }), (calendar, one, other, count) => {
        const [first, second] = one <= other ? [one, other] : [other, one]
        const reached = addSchoolDays(calendar, first, count)
        expect(isSchoolDay(calendar, reached)).toBe(true)
        expect(reached <= addSchoolDays(calendar, second, count)).toBe(true)
        expect(reached <= addSchoolDays(calendar, first, count + 1)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test('the next school day is the first open one, with none between', () => {
    fc.assert(
      fc.property(calendars, days, (calendar, day) => {
        const next = nextSchoolDay(calendar, day)
        expect(next > day).toBe(true)
        expect(schoolDaysBetween(calendar, day, next)).toBe(1)
        expect(schoolDayOnOrAfter(calendar, next)).toBe(next)
      }),
      { numRuns: 60 },
    )
  })
})

describe('Weeks and calendar days', () => {
  test.each([
    ['an ordinary week ends on Friday', '2026-10-14', '2026-10-16'],
    ['Thanksgiving week ends on Wednesday', '2026-11-23', '2026-11-25'],
    ['a Sunday belongs to the week before it', '2026-10-18', '2026-10-16'],
    ['a week of the winter break has none', '2026-12-23', undefined],
  ])('%s', (_name, day, expected) => {
    expect(findLastSchoolDayOfWeek(year, day)).toBe(expected)
  })

  test('calendar days cross months, leap years and clock changes', () => {
    expect(addCalendarDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addCalendarDays('2026-10-31', 7)).toBe('2026-11-07')
    expect(calendarDaysBetween('2026-10-31', '2026-11-07')).toBe(7)
    expect(calendarDaysBetween('2026-11-07', '2026-10-31')).toBe(-7)
  })

  test('what is not a day is refused', () => {
    expect(() => isSchoolDay(year, 'tomorrow')).toThrow('Not a calendar day: tomorrow')
    expect(() => addCalendarDays('2026-10-13T10:00', 1)).toThrow(RangeError)
  })

  test('days agree with the calendar of the language itself', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -40_000, max: 40_000 }),
        fc.integer({ min: -999, max: 999 }),
        (number, days) => {
          const day = Temporal.PlainDate.from('1970-01-01').add({ days: number })
          expect(addCalendarDays(day.toString(), days)).toBe(day.add({ days }).toString())
          const weekend = day.dayOfWeek > 5
          expect(isSchoolDay(weekdayCalendar('America/New_York'), day.toString())).toBe(!weekend)
        },
      ),
    )
  })

  test('closures are told oldest first, without the day the clock started', () => {
    const named = closuresBetween(year, '2026-10-12', '2026-11-27').map((closure) => closure.label)
    expect(named).toEqual(['Thanksgiving', 'Day after Thanksgiving'])
  })
})
