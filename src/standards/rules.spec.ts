import { describe, expect, test } from 'vitest'
import { criteriaMet, type HighNeedFacts } from './high-need-rules.ts'
import { measureWords } from './limit-words.ts'
import type { Clock } from './clocks.ts'
import { looserThanModel, loosens } from './loosening.ts'
import { inForce, obstaclesToUsing, readStandard } from './rules.ts'
import { shippedModel } from './sample.ts'
import { shippedLimits } from './shipped-limits.ts'
import type { Standard } from './standard.ts'
import type { ClockStandard } from './limits.ts'
import { standardsWords } from './words.ts'

const day = (said: string) => new Date(`${said}T00:00:00Z`)
const model = shippedModel(day('2026-08-01'))

describe('The version in force', () => {
  const version = (number: number, from: string): Standard<'tiers'> => ({
    ...model.tiers,
    version: number,
    inForceFrom: day(from),
  })
  const versions = [version(2, '2026-10-01'), version(1, '2026-08-01'), version(3, '2027-01-04')]

  test.each([
    ['before the first', '2026-07-31', undefined],
    ['on the day the first begins', '2026-08-01', 1],
    ['the day before the second', '2026-09-30', 1],
    ['while the third is announced', '2026-12-24', 2],
    ['long after', '2028-01-01', 3],
  ])('%s', (_name, at, expected) => {
    expect(inForce(versions, day(at))?.version).toBe(expected)
  })

  test('of two that begin together, the later version counts, in whatever order they are given', () => {
    const both = [version(5, '2026-09-01'), version(4, '2026-09-01')]
    expect(inForce(both, day('2026-09-02'))?.version).toBe(5)
    expect(inForce(both.toReversed(), day('2026-09-02'))?.version).toBe(5)
  })

  test('a kept version is read as its own kind and in its own shape, or not at all', () => {
    const kept = { ...model.tiers, body: JSON.parse(JSON.stringify(model.tiers.body)) }
    expect(readStandard('tiers', kept)).toEqual(model.tiers)
    expect(() => readStandard('checklist', kept)).toThrow('Expected a standard of kind checklist')
    expect(() => readStandard('tiers', { ...kept, body: { tiers: [] } })).toThrow()
  })
})

describe('Using a version with students', () => {
  const now = day('2026-10-13')
  const approval = {
    approvedBy: 'Noor Aziz',
    approvedAt: day('2026-09-01'),
    decision: 'Meeting of September 1',
  }

  test('a live school waits for the district’s approval of a sample; a demo does not', () => {
    expect(obstaclesToUsing(model.checklist, { live: true, now })).toEqual(['sample_not_approved'])
    expect(obstaclesToUsing(model.checklist, { live: false, now })).toEqual([])
    expect(obstaclesToUsing({ ...model.checklist, approval }, { live: true, now })).toEqual([])
    expect(obstaclesToUsing(model.time_standards, { live: true, now })).toEqual([])
    expect(standardsWords()('obstacle_sample_not_approved')).toContain('not approved')
  })

  test('every reason is told at once', () => {
    const early = { live: true, now: day('2026-07-01') }
    expect(obstaclesToUsing(model.checklist, early)).toEqual(['sample_not_approved', 'not_in_force'])
  })
})

describe('Loosening a flat standard', () => {
  const proposed = (change: Partial<Record<Clock, ClockStandard>>) => ({
    ...shippedLimits,
    ...change,
  })
  const days = (amount: number, more = {}): ClockStandard => ({
    limit: { unit: 'calendar_days', amount, ...more },
  })

  test.each<[string, Partial<Record<Clock, ClockStandard>>, string[]]>([
    [
      'the handoff by the next school day',
      { warm_handoff: { limit: { unit: 'school_days', amount: 1 } } },
      ['warm_handoff'],
    ],
    [
      'a cut-off for the same day',
      { warm_handoff: { limit: { unit: 'same_day', cutOff: '15:00' } } },
      ['warm_handoff'],
    ],
    [
      'the handoff in working minutes',
      { warm_handoff: { limit: { unit: 'working_minutes', amount: 60 } } },
      ['warm_handoff'],
    ],
    ['the assessment within eight days', { assessment: days(8) }, ['assessment']],
    ['holidays not counted in the week', { assessment: days(7, { skipHolidays: true }) }, ['assessment']],
    [
      'five school days for the week',
      { assessment: { limit: { unit: 'school_days', amount: 5 } } },
      ['assessment'],
    ],
    ['crisis the same day', { crisis_path: { limit: { unit: 'same_day' } } }, ['crisis_path']],
    ['crisis within a minute', { crisis_path: { limit: { unit: 'minutes', amount: 1 } } }, ['crisis_path']],
    ['two at once', { assessment: days(10), weekly_review: days(14) }, ['assessment', 'weekly_review']],
  ])('%s needs a decision', (_name, change, expected) => {
    expect(loosens(shippedLimits, proposed(change))).toEqual(expected)
    expect(looserThanModel(proposed(change))).toEqual(expected)
  })

  test.each<[string, Partial<Record<Clock, ClockStandard>>]>([
    ['nothing', {}],
    ['the stricter school week', { assessment: { limit: { unit: 'school_week' } } }],
    [
      'a shorter limit for high need',
      { assessment: { ...days(7), highNeed: { unit: 'calendar_days', amount: 3 } } },
    ],
    [
      'a longer limit for high need, which never gives more time',
      { assessment: { ...days(7), highNeed: { unit: 'calendar_days', amount: 30 } } },
    ],
    ['an hour for the handoff', { warm_handoff: { limit: { unit: 'minutes', amount: 60 } } }],
    ['an ordinary number', { high_need_intake: days(21), triage: days(3) }],
  ])('changing %s does not', (_name, change) => {
    const before = proposed({ warm_handoff: { limit: { unit: 'same_day', cutOff: '15:00' } } })
    expect(loosens(before, { ...before, ...change })).toEqual([])
  })

  test('taking away a shorter limit loosens, also where the model never had it', () => {
    const stricter = proposed({ assessment: { ...days(7), highNeed: { unit: 'calendar_days', amount: 3 } } })
    expect(loosens(stricter, shippedLimits)).toEqual(['assessment'])
    expect(looserThanModel(stricter)).toEqual([])
  })
})

describe('High need', () => {
  const nothing: HighNeedFacts = { incidentsOn: [], crisesOn: [], attendance: undefined, stated: [] }
  const met = (facts: Partial<HighNeedFacts>, on = '2026-10-13') =>
    criteriaMet(model.high_need.body, { ...nothing, ...facts }, on)

  test('a student with none of the facts meets none of the criteria', () => {
    expect(met({})).toEqual([])
  })

  test('three incidents within 30 days count, with their dates; an old or a coming one does not', () => {
    const incidentsOn = ['2026-10-12', '2026-09-13', '2026-09-30']
    expect(met({ incidentsOn })).toEqual([
      { code: 'repeated_incidents', evidenceOn: ['2026-09-13', '2026-09-30', '2026-10-12'] },
    ])
    expect(met({ incidentsOn: incidentsOn.slice(0, 2) })).toEqual([])
    expect(met({ incidentsOn: ['2026-10-12', '2026-09-12', '2026-09-30'] })).toEqual([])
    expect(met({ incidentsOn: ['2026-10-12', '2026-09-30', '2026-10-14'] })).toEqual([])
  })

  test('a tenth of the days missed counts once twenty days have passed', () => {
    const absent = (enrolledDays: number, missedDays: number) =>
      met({ attendance: { enrolledDays, missedDays } })
    expect(absent(30, 3)).toEqual([{ code: 'chronic_absence', evidenceOn: [] }])
    expect(absent(30, 2)).toEqual([])
    expect(absent(19, 10)).toEqual([])
  })

  test('a recent crisis and a stated worry count with their day', () => {
    const stated = [{ code: 'safety_concerns', on: '2026-10-01' }]
    expect(met({ crisesOn: ['2026-07-16'], stated })).toEqual([
      { code: 'safety_concerns', evidenceOn: ['2026-10-01'] },
      { code: 'recent_crisis', evidenceOn: ['2026-07-16'] },
    ])
    expect(met({ crisesOn: ['2026-07-14'] })).toEqual([])
    expect(met({ stated }, '2026-09-30')).toEqual([])
  })

  test('a criterion out of use is not met, and one the district added is', () => {
    const [incidents, ...others] = model.high_need.body.criteria
    if (incidents === undefined) throw new Error('The sample has criteria')
    const own = { ...incidents, code: 'new_here', measure: { by: 'stated' as const } }
    const standard = { criteria: [...others.map((each) => ({ ...each, inUse: false })), own] }
    const facts = { ...nothing, crisesOn: ['2026-10-01'], stated: [{ code: 'new_here', on: '2026-10-02' }] }
    expect(criteriaMet(standard, facts, '2026-10-13')).toEqual([
      { code: 'new_here', evidenceOn: ['2026-10-02'] },
    ])
  })

  test('each criterion says in words what it looks at', () => {
    expect(model.high_need.body.criteria.map(({ measure }) => measureWords(measure))).toEqual([
      '3 or more within 30 days',
      'stated by a person who knows the student',
      '10% of enrolled days or more, after 20 days',
      'within 90 days',
    ])
  })
})
