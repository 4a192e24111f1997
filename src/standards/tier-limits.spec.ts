import { describe, expect, test } from 'vitest'
import { instantAt, type SchoolCalendar, weekdayCalendar } from '#district/contract.ts'
import { dueAt } from './clock-rules.ts'
import type { Clock } from './clocks.ts'
import type { Limit } from './limits.ts'
import { loosens } from './loosening.ts'
import { shippedLimits } from './shipped-limits.ts'
import { type TierLimit, tierClocks } from './tier-limits.ts'
import { TimeStandards } from './time-standards.ts'
import { becauseWords } from './when-words.ts'

const calendar: SchoolCalendar = weekdayCalendar('America/Los_Angeles')
const monday = instantAt(calendar, '2026-10-05', '09:00')
const days = (amount: number): Limit => ({ unit: 'school_days', amount })

const row = (code: string, given: Partial<TierLimit>): TierLimit => ({
  code,
  clock: 'not_accepted',
  tier: 3,
  need: 'any',
  limit: days(1),
  ...given,
})
const withRows = (...byTier: TierLimit[]): TimeStandards => ({ ...shippedLimits, byTier })
const dueUnder = (standards: TimeStandards, facts: { tier?: 1 | 2 | 3 | null; highNeed?: boolean }) => {
  const due = dueAt(calendar, standards, { clock: 'not_accepted', startedAt: monday, ...facts })
  return [due.because, due.standard.unit === 'school_days' ? due.standard.amount : due.standard.unit]
}

describe('The limit of a step', () => {
  test('is that of the tier where one is written, shorter or longer, and of the step for everybody else', () => {
    const shorter = withRows(row('fast', { limit: { unit: 'minutes', amount: 60 } }))
    expect(dueUnder(shorter, { tier: 3 })).toEqual(['tier', 'minutes'])
    expect(dueUnder(shorter, { tier: 2 })).toEqual(['standard', 2])
    expect(dueUnder(shorter, { tier: null })).toEqual(['standard', 2])
    expect(dueUnder(shorter, {})).toEqual(['standard', 2])
    expect(dueUnder(withRows(row('slow', { tier: 1, limit: days(5) })), { tier: 1 })).toEqual(['tier', 5])
  })

  test('is another for high need in the tier, and being high need never gives more time', () => {
    const both = withRows(row('all', { limit: days(4) }), row('high', { need: 'high_need', limit: days(3) }))
    expect(dueUnder(both, { tier: 3 })).toEqual(['tier', 4])
    expect(dueUnder(both, { tier: 3, highNeed: true })).toEqual(['tier_high_need', 3])
    const slow = withRows(row('high', { need: 'high_need', limit: days(9) }))
    expect(dueUnder(slow, { tier: 3, highNeed: true })).toEqual(['standard', 2])
    // Without a row for high need, the tier has that of the step.
    expect(dueUnder(withRows(row('all', { limit: days(4) })), { tier: 3, highNeed: true })).toEqual([
      'high_need',
      1,
    ])
  })

  test.each<[Limit, Date]>([
    [{ unit: 'school_days', amount: 3 }, instantAt(calendar, '2026-10-08', '16:00')],
    [{ unit: 'calendar_days', amount: 6 }, instantAt(calendar, '2026-10-11', '09:00')],
    [{ unit: 'minutes', amount: 90 }, instantAt(calendar, '2026-10-05', '10:30')],
  ])('of a tier counts in school days, calendar days or minutes: %o', (limit, due) => {
    const standards = withRows(row('own', { limit }))
    const started = { clock: 'not_accepted' as Clock, startedAt: monday, tier: 3 as const }
    expect(dueAt(calendar, standards, started)).toMatchObject({ dueAt: due, because: 'tier' })
  })

  test('of a tier is said to be one, without which', () => {
    const due = dueAt(calendar, withRows(row('own', {})), {
      clock: 'not_accepted',
      startedAt: monday,
      tier: 3,
    })
    expect(becauseWords(calendar, due).map((said) => said.replaceAll('\u00a0', ' '))).toEqual([
      'Partner accepts or redirects: 1 school day, as set for this tier of support.',
    ])
  })
})

describe('A version of the time standards', () => {
  test('from before there were limits by tier reads as it did, with none', () => {
    const { byTier: _, ...older } = shippedLimits
    expect(TimeStandards.parse(JSON.parse(JSON.stringify(older)))).toEqual(shippedLimits)
  })

  test('takes one limit for a step, tier and need, and none for a step that begins before a tier', () => {
    const twice = [row('one', {}), row('two', { limit: days(2) })]
    expect(TimeStandards.safeParse(withRows(...twice)).success).toBe(false)
    expect(TimeStandards.safeParse(withRows(twice[0] as TierLimit)).success).toBe(true)
    const crisis = { ...row('one', {}), clock: 'crisis_acknowledgement' }
    expect(TimeStandards.safeParse({ ...shippedLimits, byTier: [crisis] }).success).toBe(false)
    expect(tierClocks).not.toContain('triage')
  })

  test('hides no looser flat standard in a tier', () => {
    const assessment = (limit: Limit) => withRows(row('own', { clock: 'assessment', limit }))
    expect(loosens(shippedLimits, assessment({ unit: 'calendar_days', amount: 8 }))).toEqual(['assessment'])
    expect(loosens(shippedLimits, assessment({ unit: 'calendar_days', amount: 3 }))).toEqual([])
    // A row that is left out gives back the time of the step: no looser than the model, looser than it was.
    expect(loosens(assessment({ unit: 'calendar_days', amount: 3 }), shippedLimits)).toEqual(['assessment'])
  })
})
