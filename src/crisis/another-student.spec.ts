import { expect, test } from 'vitest'
import { call, came, entry, running, whole } from '#tests/support/incident-facts.ts'
import { goesOn, obstaclesToRighting } from './another-student.ts'
import type { Entry } from './entry.ts'

const right = { id: 'y', schoolId: 'school' }
const said = (entries: readonly Entry[], more: object = {}) => ({
  ...running(entries),
  incident: { ...whole, source: 'staff' as const, concernId: null, decisionId: null, servicesCalled: null },
  passedOn: null,
  schoolId: 'school',
  right,
  notKnown: false,
  by: 'me',
  reviewerId: undefined,
  ...more,
})
const safe = entry({ kind: 'safety_done', what: 'not_alone' })

test('the wrong student is put right alone while nothing was recorded, and with a second person after it', () => {
  expect(obstaclesToRighting(said([]))).toEqual([])
  expect(obstaclesToRighting(said([safe]))).toEqual(['second_missing'])
  expect(obstaclesToRighting(said([safe], { reviewerId: 'me' }))).toEqual(['second_is_you'])
  expect(obstaclesToRighting(said([safe], { reviewerId: 'helen' }))).toEqual([])
})

test('somebody else of the school is named, or it is said that nobody knows yet', () => {
  expect(obstaclesToRighting(said([], { right: null }))).toEqual(['right_missing'])
  expect(obstaclesToRighting(said([], { right: null, notKnown: true }))).toEqual([])
  expect(obstaclesToRighting(said([], { notKnown: true }))).toEqual(['right_missing'])
  expect(obstaclesToRighting(said([], { right: { ...right, id: 'x' } }))).toEqual(['same_student'])
  expect(obstaclesToRighting(said([], { right: { ...right, schoolId: 'b' } }))).toEqual(['another_school'])
  const nobody = said([])
  const unnamed = { ...nobody, incident: { ...nobody.incident, studentId: null } }
  expect(obstaclesToRighting(unnamed)).toEqual(['nobody_named_yet'])
  const drill = { ...nobody, incident: { ...nobody.incident, studentId: null, drillId: 'd' } }
  expect(obstaclesToRighting(drill)).toEqual(['in_a_drill'])
})

test('what was done goes on; what was said to or of the wrong student’s own people is owed anew', () => {
  const called = { ...call('mobile_crisis'), items: ['identity', 'whereabouts', 'language'] }
  const all = [
    entry({ kind: 'caregiver_told', what: 'safe_now' }),
    entry({ kind: 'clinician_told', what: 'none_known' }),
    entry({ kind: 'report_checked' }),
    came(called),
    called,
    safe,
    entry({ kind: 'ending_said', what: 'another_student', personId: 'helen' }),
  ]
  const kept = goesOn(all)
  expect(kept.map(({ kind }) => kind)).toEqual(['safety_done', 'response_called', 'response_result'])
  expect(kept[1]?.items).toEqual(['whereabouts'])
})
