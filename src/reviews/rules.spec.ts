import { describe, expect, test } from 'vitest'
import { mondayOf, obstaclesToMarking, type Marking } from './rules.ts'

const around = { today: '2026-10-07', owners: ['maya'] }
const going = { closedAt: null }
const task: Marking = {
  outcome: 'reviewed',
  decision: 'task',
  what: 'call_family',
  ownerId: 'maya',
  dueOn: '2026-10-09',
}
const met = (marking: Marking, review: { closedAt: Date | null } = going) =>
  obstaclesToMarking(review, marking, around)

describe('A week', () => {
  test.each([
    ['2026-10-05', '2026-10-05'],
    ['2026-10-09', '2026-10-05'],
    ['2026-10-11', '2026-10-05'],
    ['2026-10-12', '2026-10-12'],
    ['2027-01-01', '2026-12-28'],
  ])('of %s begins on %s', (day, monday) => {
    expect(mondayOf(day)).toBe(monday)
  })
})

describe('A line of a review is marked', () => {
  test('as reviewed only with what was decided', () => {
    expect(met({ outcome: 'reviewed' })).toEqual(['decision_missing'])
    expect(met({ outcome: 'reviewed', decision: 'goes_on' })).toEqual([])
  })
  test('as put off only with why', () => {
    expect(met({ outcome: 'deferred' })).toEqual(['reason_missing'])
    expect(met({ outcome: 'deferred', deferredBecause: 'no_time' })).toEqual([])
  })
  test('with a task that says what, who and by when, and every gap at once', () => {
    expect(met({ outcome: 'reviewed', decision: 'task' })).toEqual([
      'task_missing',
      'owner_missing',
      'due_missing',
    ])
    expect(met({ ...task, ownerId: 'stranger', dueOn: '2026-10-06' })).toEqual([
      'owner_unknown',
      'due_in_the_past',
    ])
    expect(met({ ...task, what: 'other' })).toEqual(['words_missing'])
    expect(met(task)).toEqual([])
    expect(met({ ...task, dueOn: around.today })).toEqual([])
  })
  test('for the lead only in words', () => {
    expect(met({ outcome: 'reviewed', decision: 'ask_lead' })).toEqual(['words_missing'])
    expect(met({ outcome: 'reviewed', decision: 'ask_lead', words: 'No room anywhere.' })).toEqual([])
  })
  test('no more once the review has ended', () => {
    expect(met({ outcome: 'deferred' }, { closedAt: new Date(0) })).toEqual(['closed_already'])
  })
})

describe('A line of a case review is marked', () => {
  const stands = { consented: true, visitBooked: true, barriersOpen: true, measuresUpdated: true }
  const whole: Marking = {
    outcome: 'reviewed',
    decision: 'goes_on',
    visitSaid: 'confirmed',
    barriersSaid: 'watched',
    measuresSaid: 'updated',
  }
  const said = (marking: Partial<Marking>, facts: Partial<typeof stands> = {}) =>
    obstaclesToMarking(going, { ...whole, ...marking }, { ...around, stands: { ...stands, ...facts } })

  test('only with the visit, the barriers, the measures and what was decided, every gap at once', () => {
    expect(said({})).toEqual([])
    const nothing = { visitSaid: undefined, barriersSaid: undefined, measuresSaid: undefined }
    expect(said({ ...nothing, decision: undefined })).toEqual([
      'visit_missing',
      'barriers_missing',
      'measures_missing',
      'decision_missing',
    ])
  })
  test.each([
    [{}, { visitBooked: false }, 'no_visit_to_confirm'],
    [{ visitSaid: 'none_booked' }, {}, 'visit_is_booked'],
    [{ barriersSaid: 'none' }, {}, 'barriers_are_open'],
    [{}, { measuresUpdated: false }, 'measures_not_updated'],
    [{}, { consented: false }, 'yes_taken_back'],
  ] as const)('never against the record: %j while %j is refused', (marking, facts, obstacle) => {
    expect(said(marking, facts)).toEqual([obstacle])
  })
  test('as put off whatever stands, with why', () => {
    expect(said({ outcome: 'deferred' }, { consented: false })).toEqual(['reason_missing'])
    expect(said({ outcome: 'deferred', deferredBecause: 'word_awaited' }, { consented: false })).toEqual([])
  })
})
