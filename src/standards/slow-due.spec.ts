import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addCalendarDays, type SchoolCalendar, weekdayCalendar } from '#district/contract.ts'
import { dueAt } from './clock-rules.ts'
import type { Limit } from './limits.ts'
import type { Pause } from './pause.ts'
import { reach } from './reach.ts'
import { shippedLimits } from './shipped-limits.ts'
import { SlowClock } from './slow-clock-for-specs.ts'
import { slowDueAt } from './slow-due-for-specs.ts'

/** Clocks that change at two, at midnight, by half an hour, the other way round, and never. */
const zones = [
  'America/Los_Angeles',
  'America/New_York',
  'America/Phoenix',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Pacific/Honolulu',
  'Asia/Kolkata',
]

const timeOfDay = (from: number, until: number) =>
  fc
    .integer({ min: from, max: until })
    .map((at) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`)
const hours = fc.record({ opens: timeOfDay(4 * 60, 11 * 60), closes: timeOfDay(11 * 60 + 1, 23 * 60) })
const dayFrom = (first: string, most: number) => fc.nat(most).map((days) => addCalendarDays(first, days))

/** Any calendar a district might load: weekdays with hours of their own, terms with a gap, closures. */
const calendars: fc.Arbitrary<SchoolCalendar> = fc
  .record({
    timeZone: fc.constantFrom(...zones),
    open: fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 7 }), hours), {
      minLength: 1,
      selector: ([weekday]) => weekday,
    }),
    closures: fc.array(dayFrom('2026-08-15', 330), { maxLength: 25 }),
    gap: fc.integer({ min: 0, max: 20 }),
    known: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ timeZone, open, closures, gap, known }) => ({
    timeZone,
    terms: [
      { startsOn: '2026-08-24', endsOn: '2026-12-18' },
      { startsOn: addCalendarDays('2026-12-18', 1 + gap), endsOn: '2027-05-28' },
    ].slice(0, known),
    closures: closures.map((on) => ({ on, label: 'Closed' })),
    hours: Object.fromEntries(open),
  }))

const pauses: fc.Arbitrary<readonly Pause[]> = fc.array(
  fc
    .tuple(dayFrom('2026-08-20', 300), fc.integer({ min: -1, max: 12 }))
    .map(([fromOn, days]) => ({ fromOn, throughOn: addCalendarDays(fromOn, days) })),
  { maxLength: 3 },
)

const limits: fc.Arbitrary<Limit> = fc.oneof(
  fc.record({ unit: fc.constant('same_day' as const) }),
  fc.record({ unit: fc.constant('same_day' as const), cutOff: timeOfDay(8 * 60, 18 * 60) }),
  fc.constant({ unit: 'school_week' as const }),
  fc.record({ unit: fc.constant('school_days' as const), amount: fc.integer({ min: 1, max: 7 }) }),
  fc.record({
    unit: fc.constant('calendar_days' as const),
    amount: fc.integer({ min: 1, max: 14 }),
    skipHolidays: fc.boolean(),
  }),
  fc.record({ unit: fc.constant('working_minutes' as const), amount: fc.integer({ min: 1, max: 1500 }) }),
  fc.record({ unit: fc.constant('minutes' as const), amount: fc.integer({ min: 0, max: 4000 }) }),
)

/** Any instant of a school year, on the minute as often as between two; the nights of a change above all. */
const around = (at: number, reachOf: number) => fc.integer({ min: at - reachOf, max: at + reachOf })
const day = 86_400_000
const starts = fc
  .oneof(
    fc.integer({ min: Date.UTC(2026, 7, 24), max: Date.UTC(2027, 5, 10) }),
    around(Date.UTC(2026, 10, 1, 9), 2 * day),
    around(Date.UTC(2027, 2, 14, 10), 2 * day),
    around(Date.UTC(2026, 8, 6, 4), 2 * day),
    around(Date.UTC(2026, 9, 3, 15), 2 * day),
  )
  .chain((at) => fc.constantFrom(at, Math.floor(at / 60_000) * 60_000))

const inYear = (at: number) => new Date(at).toISOString()

describe('A due time', () => {
  test('is what counting every minute by hand gives, in any calendar, zone and pause', {
    timeout: 120_000,
  }, () => {
    fc.assert(
      fc.property(calendars, limits, starts, pauses, (calendar, limit, at, paused) => {
        const slow = slowDueAt(new SlowClock(calendar, paused), limit, at)
        const { dueAt: quick } = reach(calendar, limit, { startedAt: new Date(at), pauses: paused })
        expect(quick.toISOString()).toBe(inYear(slow))
      }),
      { numRuns: 400 },
    )
  })

  test('is found wrong by the slow count where one closure is overlooked', () => {
    const calendar = {
      ...weekdayCalendar('America/Los_Angeles'),
      closures: [{ on: '2026-11-26', label: '' }],
    }
    const limit: Limit = { unit: 'school_days', amount: 1 }
    const at = Date.UTC(2026, 10, 25, 18)
    const quick = reach({ ...calendar, closures: [] }, limit, { startedAt: new Date(at) }).dueAt
    expect(quick.getTime()).not.toBe(slowDueAt(new SlowClock(calendar, []), limit, at))
  })
})

describe('A pause', () => {
  const calendar = weekdayCalendar('America/Los_Angeles')
  /** Wednesday, October 7, 9:00 in Riverside; paused until Friday of the week after. */
  const startedAt = new Date('2026-10-07T16:00:00Z')
  const pause: Pause = { fromOn: '2026-10-08', throughOn: '2026-10-16' }
  const due = (clock: 'not_accepted' | 'high_need_intake' | 'silent', more: object) =>
    dueAt(calendar, shippedLimits, { clock, startedAt, ...more }).dueAt.toISOString()

  test('is not counted: two school days later is two that were not paused', () => {
    expect(due('not_accepted', {})).toBe('2026-10-09T23:00:00.000Z')
    expect(due('not_accepted', { pauses: [pause] })).toBe('2026-10-20T23:00:00.000Z')
  })

  test('that was ended on the day it began pauses nothing', () => {
    const ended = { fromOn: '2026-10-08', throughOn: '2026-10-07' }
    expect(due('not_accepted', { pauses: [ended] })).toBe(due('not_accepted', {}))
  })

  test('holds what is due of a high-need student until it is over, and not a moment longer [R087]', () => {
    // A week from Wednesday is within the pause: it is due when Saturday begins.
    expect(due('high_need_intake', { highNeed: true, pauses: [pause] })).toBe('2026-10-17T07:00:00.000Z')
    const short = { fromOn: '2026-10-08', throughOn: '2026-10-12' }
    expect(due('high_need_intake', { highNeed: true, pauses: [short] })).toBe('2026-10-14T16:00:00.000Z')
  })

  test('never makes anything of a high-need student due later than its last day and the plain time', () => {
    fc.assert(
      fc.property(calendars, starts, pauses, (of, at, paused) => {
        const started = { clock: 'silent', startedAt: new Date(at), highNeed: true } as const
        const plain = dueAt(of, shippedLimits, started).dueAt
        const { dueAt: held } = dueAt(of, shippedLimits, { ...started, pauses: paused })
        const clock = new SlowClock(of, paused)
        const over = clock.first(plain.getTime(), (moment) => !clock.isPaused(moment))
        expect(held >= plain).toBe(true)
        expect(held.getTime()).toBeLessThanOrEqual(over)
      }),
      { numRuns: 100 },
    )
  })
})
