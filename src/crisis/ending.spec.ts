import { describe, expect, test } from 'vitest'
import { call, came, complete, entry, run, running, whole } from '#tests/support/incident-facts.ts'
import { type Ended, endingWaits, obstaclesToEnding, obstaclesToPassing, takesSecond } from './ending.ts'
import { type Ending } from './incident.ts'
import type { Entry } from './entry.ts'

const nobody = { ...whole, studentId: null }
const ended = (entries: readonly Entry[], more: object = {}): Ended => ({
  ...running(entries),
  incident: {
    ...nobody,
    source: 'staff',
    concernId: null,
    decisionId: null,
    servicesCalled: null,
    ...more,
  },
  passedOn: null,
})
const ends = (of: Ended, ending: Ending, more: object = {}) =>
  obstaclesToEnding(of, { ending, by: 'me', ...more })
const safe = entry({ kind: 'safety_done', what: 'not_alone' })

describe('A mistaken press', () => {
  test('ends with a reason once a lead has answered; a named student is no obstacle', () => {
    expect(ends(ended([]), 'opened_by_mistake')).toEqual([])
    expect(ends(ended([], { studentId: 'x' }), 'opened_by_mistake')).toEqual([])
    expect(ends(ended([], { state: 'open' }), 'opened_by_mistake')).toEqual(['lead_silent'])
  })

  test('takes a second person once a step was recorded, or where nobody of the staff began it', () => {
    expect(ends(ended([safe]), 'opened_by_mistake')).toEqual(['second_missing'])
    expect(ends(ended([safe]), 'opened_by_mistake', { reviewerId: 'me' })).toEqual(['second_is_you'])
    expect(ends(ended([safe]), 'opened_by_mistake', { reviewerId: 'helen' })).toEqual([])
    expect(takesSecond(ended([], { source: 'family_or_student' }))).toBe(true)
    expect(takesSecond(ended([entry({ kind: 'trained_asked' })]))).toBe(false)
  })

  test('is none where there was danger, help from outside, or a triage decision', () => {
    const asked = { reviewerId: 'helen' }
    const grave: Entry[][] = [
      [run('moderate')],
      [run('high'), run('low')],
      [call('emergency_services')],
      [entry({ kind: 'handed_over', what: 'emergency_department' })],
    ]
    for (const entries of grave)
      expect(ends(ended(entries), 'opened_by_mistake', asked)).toEqual(['was_danger'])
    expect(ends(ended([], { servicesCalled: '911' }), 'opened_by_mistake')).toEqual(['was_danger'])
    expect(ends(ended([run('low'), call('school_team')]), 'opened_by_mistake', asked)).toEqual([])
    expect(ends(ended([], { concernId: 'c' }), 'opened_by_mistake')).toEqual(['came_from_triage'])
  })
})

describe('Somebody nobody could name', () => {
  test('ends with everything of the script but the name: it is no way past the rules', () => {
    expect(ends(ended(complete()), 'never_identified')).toEqual([])
    expect(ends(ended(complete(), { studentId: 'x' }), 'never_identified')).toEqual(['student_known'])
    const left = complete().filter(({ kind, what }) => kind !== 'handed_over' && what !== 'writes')
    expect(ends(ended(left), 'never_identified')).toEqual(['writes_blank', 'handover_blank'])
    const unhelped = complete('high').filter(({ kind }) => kind !== 'response_result')
    expect(ends(ended(unhelped), 'never_identified')).toContain('high_without_help')
  })
})

describe('What belongs to another school', () => {
  const passed = (state: 'open' | 'acknowledged', entries: readonly Entry[] = []) => ({
    ...ended(entries),
    passedOn: { state },
  })

  test('is let go of once somebody there answered; outside the district it is said to whom it was handed', () => {
    expect(ends(ended([]), 'belongs_elsewhere')).toEqual(['to_whom_missing'])
    expect(ends(ended([]), 'belongs_elsewhere', { toWhom: 'Millbrook' })).toEqual([])
    expect(ends(passed('open'), 'belongs_elsewhere')).toEqual(['not_answered_there'])
    expect(ends(passed('open'), 'belongs_elsewhere', { toWhom: 'Millbrook' })).toEqual(['not_answered_there'])
    expect(ends(passed('acknowledged'), 'belongs_elsewhere')).toEqual([])
  })

  test('after a high level or help from outside has the whole script first, but for the name', () => {
    expect(ends(passed('acknowledged', [run('high')]), 'belongs_elsewhere')).toContain('high_without_help')
    const mobile = call('mobile_crisis')
    expect(ends(passed('acknowledged', [mobile, came(mobile)]), 'belongs_elsewhere')).toContain('stays_blank')
    expect(ends(passed('acknowledged', complete()), 'belongs_elsewhere')).toEqual([])
  })

  test('is passed on once, to another school, and of nobody who is named', () => {
    const incident = { studentId: null, drillId: null, schoolId: 'a' }
    const passing = (more: object = {}) =>
      obstaclesToPassing({ incident, passedOn: null, schoolId: 'b', ...more })
    expect(passing()).toEqual([])
    for (const schoolId of ['a', undefined])
      expect(passing({ schoolId })).toEqual(['school_elsewhere_missing'])
    expect(passing({ passedOn: { state: 'open' } })).toEqual(['passed_on_already'])
    expect(passing({ incident: { ...incident, studentId: 'x' } })).toEqual(['student_known'])
  })
})

test('a drill ends by its own acts alone', () => {
  expect(ends(ended([], { drillId: 'd' }), 'opened_by_mistake')).toEqual(['in_a_drill'])
})

test('an ending waits for the second person until they said what they found', () => {
  const said = entry({ kind: 'ending_said', what: 'opened_by_mistake', personId: 'helen' })
  const found = entry({ kind: 'ending_confirmed', what: 'not_agreed' })
  expect(endingWaits([said])).toBe(said)
  expect(endingWaits([said, found])).toBeUndefined()
  expect(endingWaits([entry({ kind: 'ending_said', what: 'never_identified' })])).toBeUndefined()
})
