import { describe, expect, test } from 'vitest'
import {
  call,
  came,
  complete,
  at,
  entry,
  leftOut,
  run,
  running,
  whole,
  writing,
} from '#tests/support/incident-facts.ts'
import { incidentRoles, isLateEntered } from './entry.ts'
import { type Blank, blanksOf } from './rules.ts'
import { obstaclesToWriting } from './writing.ts'

describe('Blanks', () => {
  test('an incident with nothing written down names each of them, in the order of the script [R100]', () => {
    const empty = {
      state: 'open',
      studentId: null,
      place: null,
      onPremises: null,
      knownBy: null,
      drillId: null,
    } as const
    expect(blanksOf(running([], empty))).toEqual([
      'student_blank',
      'place_blank',
      'known_by_blank',
      'safety_blank',
      'lead_silent',
      'stays_blank',
      'tells_caregiver_blank',
      'writes_blank',
      'plans_return_blank',
      'rubric_blank',
      'response_blank',
      'caregiver_blank',
      'clinician_blank',
      'report_blank',
      'handover_blank',
    ] satisfies Blank[])
    expect(blanksOf(running(complete()))).toEqual([])
  })

  test('in a drill nobody is named, and everything else is asked as ever', () => {
    const drilled = { ...whole, studentId: null, drillId: 'd' }
    expect(blanksOf(running(complete(), drilled))).toEqual([])
    expect(blanksOf(running(complete(), { ...drilled, drillId: null }))).toEqual(['student_blank'])
    expect(blanksOf(running([], drilled))).toContain('rubric_blank')
  })

  test('each thing that is left out is exactly one blank', () => {
    const missing: Record<string, Blank> = {
      safety_done: 'safety_blank',
      response_called: 'response_blank',
      caregiver_told: 'caregiver_blank',
      clinician_told: 'clinician_blank',
      report_checked: 'report_blank',
      handed_over: 'handover_blank',
      response_result: 'result_blank',
    }
    for (const [kind, blank] of Object.entries(missing)) {
      const left = complete().filter((each) => each.kind !== kind)
      expect(blanksOf(running(left)), kind).toEqual([blank])
    }
    for (const role of incidentRoles) {
      const left = complete().filter(({ what }) => what !== role)
      expect(blanksOf(running(left))).toEqual([`${role}_blank`])
    }
  })

  test('steps that may be left out need a reason; a high result leaves no response out [R097]', () => {
    const left = complete().filter(({ kind }) => kind !== 'safety_done')
    expect(blanksOf(running([...left, leftOut('safety')]))).toEqual([])
    const high = complete('high').filter(({ kind }) => !kind.startsWith('response'))
    expect(blanksOf(running([...high, leftOut('response')]))).toEqual(['response_blank', 'high_without_help'])
  })

  test('help that is on the way has not come yet', () => {
    const called = call('mobile_crisis')
    const left = complete().filter(({ kind }) => !kind.startsWith('response'))
    expect(blanksOf(running([...left, called, came(called, 'on_the_way')]))).toEqual(['result_blank'])
    expect(blanksOf(running([...left, called, came(called, 'on_the_way'), came(called)]))).toEqual([])
  })
})

test('a closed incident takes nothing but the review of a departure', () => {
  const closed = running(complete(), { ...whole, state: 'closed' })
  expect(obstaclesToWriting(closed, writing({ kind: 'safety_done', what: 'x' }))).toEqual(['closed'])
  expect(obstaclesToWriting(closed, writing({ kind: 'departure_reviewed', what: 'was_right' }))).toEqual([])
})

test('what was written down ten minutes after it happened says so [R373]', () => {
  const late = (minutes: number) => isLateEntered({ happenedAt: at(0), enteredAt: at(minutes) })
  expect([late(0), late(9), late(10)]).toEqual([false, false, true])
})

describe('The same step, pressed by two people', () => {
  const stays = entry({ kind: 'role_named', what: 'stays', personId: 'p' }, 7)
  const seenBefore = '1006'

  test('of what was written since the page was read, the first stands and the second is told', () => {
    const again = { ...writing({ kind: 'role_named', what: 'stays', personId: 'q' }), seen: seenBefore }
    expect(obstaclesToWriting(running([stays]), again)).toEqual(['written_meanwhile'])
    // Whoever saw it, and whoever is no page, says it once more.
    expect(obstaclesToWriting(running([stays]), { ...again, seen: stays.id })).toEqual([])
    expect(obstaclesToWriting(running([stays]), writing(again.draft))).toEqual([])
  })

  test('another role, another action, and a second run of the rubric stand beside the first', () => {
    const since = (draft: Parameters<typeof writing>[0], entries = [stays]) =>
      obstaclesToWriting(running(entries), { ...writing(draft), seen: seenBefore })
    expect(since({ kind: 'role_named', what: 'writes', personId: 'q' })).toEqual([])
    const door = entry({ kind: 'safety_done', what: 'other', words: 'Door locked' }, 8)
    expect(since({ kind: 'safety_done', what: 'other', words: 'Lights on' }, [door])).toEqual([])
    expect(since({ kind: 'safety_done', what: 'other', words: 'Door locked' }, [door])).toEqual([
      'written_meanwhile',
    ])
    expect(since({ kind: 'rubric_run', what: 'low', answers: {} }, [run('low', 9)])).toEqual([])
  })
})
