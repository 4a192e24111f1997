import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type SchoolCalendar, weekdayCalendar } from '#district/contract.ts'
import { dueBefore } from './due-before.ts'
import type { Limit } from './limits.ts'
import { shippedLimits } from './shipped-limits.ts'

const calendar: SchoolCalendar = {
  ...weekdayCalendar('America/Los_Angeles'),
  terms: [{ startsOn: '2026-08-24', endsOn: '2026-12-18' }],
  closures: [{ on: '2026-10-12', label: 'Indigenous Peoples’ Day' }],
}
const at = (moment: string) => new Date(moment)
const due = (limit: Limit, of: string, from: string) =>
  dueBefore(
    calendar,
    { ...shippedLimits, visit_reminder: { limit } },
    { clock: 'visit_reminder', of: at(of), from: at(from) },
  ).dueAt.toISOString()

const schoolDay: Limit = { unit: 'school_days', amount: 1 }
const booked = '2026-10-06T21:52:00Z'

describe('What is due before something', () => {
  test('is due when the school day before it closes, on the district’s clock', () => {
    // Thursday 16:30 in Los Angeles: Wednesday 16:00.
    expect(due(schoolDay, '2026-10-15T23:30:00Z', booked)).toBe('2026-10-14T23:00:00.000Z')
    // Early on Thursday, which is still Thursday there and not Wednesday.
    expect(due(schoolDay, '2026-10-15T15:00:00Z', booked)).toBe('2026-10-14T23:00:00.000Z')
  })

  test('passes over weekends and days without school', () => {
    // Tuesday after a Monday without school: Friday.
    expect(due(schoolDay, '2026-10-13T17:00:00Z', booked)).toBe('2026-10-09T23:00:00.000Z')
    expect(due(schoolDay, '2026-10-17T17:00:00Z', booked)).toBe('2026-10-16T23:00:00.000Z')
    expect(due({ ...schoolDay, amount: 2 }, '2026-10-15T23:30:00Z', booked)).toBe('2026-10-13T23:00:00.000Z')
  })

  test('keeps the wall clock over a change of the clocks', () => {
    // The clocks go back on November 1: Friday 16:00 is 23:00Z, Monday 16:00 is midnight.
    expect(due(schoolDay, '2026-11-02T18:00:00Z', booked)).toBe('2026-10-30T23:00:00.000Z')
    expect(due(schoolDay, '2026-11-03T18:00:00Z', booked)).toBe('2026-11-03T00:00:00.000Z')
  })

  test('is due at once when there is no such day left', () => {
    expect(due(schoolDay, '2026-10-15T23:30:00Z', '2026-10-14T23:10:00Z')).toBe('2026-10-14T23:10:00.000Z')
    expect(due(schoolDay, '2026-10-15T23:30:00Z', '2026-10-15T16:00:00Z')).toBe('2026-10-15T16:00:00.000Z')
    // Nothing was open since: in summer, before the first term that is known.
    expect(due(schoolDay, '2026-08-20T17:00:00Z', '2026-07-01T17:00:00Z')).toBe('2026-07-01T17:00:00.000Z')
  })

  test('counts days and minutes too, and comes while school is open', () => {
    const day: Limit = { unit: 'calendar_days', amount: 1 }
    expect(due(day, '2026-10-15T21:30:00Z', booked)).toBe('2026-10-14T21:30:00.000Z')
    expect(due(day, '2026-10-13T17:00:00Z', booked)).toBe('2026-10-09T23:00:00.000Z')
    const hours: Limit = { unit: 'minutes', amount: 120 }
    expect(due(hours, '2026-10-15T21:30:00Z', booked)).toBe('2026-10-15T19:30:00.000Z')
    expect(due({ ...hours, unit: 'working_minutes' }, '2026-10-15T15:00:00Z', booked)).toBe(
      '2026-10-14T23:00:00.000Z',
    )
    expect(due({ unit: 'same_day' }, '2026-10-16T02:00:00Z', booked)).toBe('2026-10-15T23:00:00.000Z')
    expect(due({ unit: 'school_week' }, '2026-10-15T21:30:00Z', booked)).toBe('2026-10-15T21:30:00.000Z')
  })

  test('is never due after it, nor before it can be done', () => {
    const limits = fc.constantFrom<Limit>(
      schoolDay,
      { unit: 'school_days', amount: 3 },
      { unit: 'calendar_days', amount: 2 },
      { unit: 'minutes', amount: 90 },
      { unit: 'same_day' },
    )
    const start = Date.parse('2026-08-01T00:00:00Z')
    const moments = fc.integer({ min: 0, max: 200 * 24 * 60 }).map((minutes) => start + minutes * 60_000)
    fc.assert(
      fc.property(limits, moments, moments, (limit, one, other) => {
        const [from, of] = [new Date(Math.min(one, other)), new Date(Math.max(one, other))]
        const said = Date.parse(due(limit, of.toISOString(), from.toISOString()))
        expect(said).toBeGreaterThanOrEqual(from.getTime())
        expect(said).toBeLessThanOrEqual(of.getTime())
      }),
    )
  })

  test('names the standard it follows', () => {
    const { standard } = dueBefore(calendar, shippedLimits, {
      clock: 'visit_reminder',
      of: at('2026-10-15T23:30:00Z'),
      from: at(booked),
    })
    expect(standard).toEqual({ clock: 'visit_reminder', unit: 'school_days', amount: 1 })
  })
})
