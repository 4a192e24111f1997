import { describe, expect, test } from 'vitest'
import { call, came, complete, entry, run, running, writing } from '#tests/support/incident-facts.ts'
import type { Entry } from './entry.ts'
import { departureAt, departuresOf, isOverEscalated, lacksHelp } from './departures.ts'
import { levelAt, levelNow, loweringsOf } from './levels.ts'
import { blanksOf } from './rules.ts'
import { obstaclesToWriting } from './writing.ts'

describe('A result', () => {
  test('the last run drives what is indicated, and each is kept', () => {
    const entries = [run('low', 1), run('high', 3), run('moderate', 2)]
    expect(levelNow(entries)).toBe('high')
    expect(levelNow([])).toBeUndefined()
  })

  test('high never stays with the school, and never ends without help from outside [R105]', () => {
    const high = [run('high', 1)]
    const stays = { kind: 'handed_over', what: 'stayed_at_school' } as const
    expect(
      obstaclesToWriting(running(high), writing({ kind: 'response_called', what: 'school_team' })),
    ).toContain('high_stays')
    expect(obstaclesToWriting(running(high), writing(stays))).toEqual(['high_stays'])
    const called = call('emergency_services', 2)
    expect(lacksHelp(running([...high, called]))).toBe(true)
    expect(lacksHelp(running([...high, called, came(called, 'could_not')]))).toBe(true)
    expect(lacksHelp(running([...high, called, came(called)]))).toBe(false)
    expect(obstaclesToWriting(running([...high, called, came(called)]), writing(stays))).toEqual([])
    expect(obstaclesToWriting(running([run('moderate', 1)]), writing(stays))).toEqual([])
  })
})

describe('A run below a high one', () => {
  const [high, low] = [run('high', 1), run('low', 3)]
  const agreed = (of: Entry, minute: number, what = 'was_right') =>
    entry({ kind: 'departure_reviewed', what, aboutId: of.id, words: 'Seen' }, minute)
  const team = { kind: 'response_called', what: 'school_team' } as const
  const named = { reason: 'Calm now', reviewerId: 'helen' }

  test('lowers nothing by itself: the student does not stay, and it ends with help from outside alone [R105]', () => {
    expect(levelNow([high, low])).toBe('high')
    expect(loweringsOf([high, low])).toEqual([low])
    expect(obstaclesToWriting(running([high, low]), writing(team, named))).toEqual(['high_stays'])
    const parked = complete('high', 'school_team').map((each) =>
      each.kind === 'handed_over' ? { ...each, what: 'stayed_at_school' } : each,
    )
    expect(blanksOf(running([...parked, low]))).toContain('high_without_help')
    const line = call('crisis_line', 5)
    expect(departureAt(running([high, low, line]), line)).toBe('lower')
    const skipped = entry({ kind: 'step_skipped', what: 'response', words: 'Calm' }, 6)
    expect(blanksOf(running([high, low, skipped]))).toContain('response_blank')
  })

  test('takes a reason and a second person who finds that it was right; then the last run drives again', () => {
    const why = entry({ kind: 'departure_explained', words: 'x', personId: 'helen', aboutId: low.id }, 4)
    expect(levelNow([high, low, why])).toBe('high')
    expect(levelNow([high, low, why, agreed(low, 5, 'to_learn_from')])).toBe('high')
    const entries = [high, low, why, agreed(low, 5)]
    expect(levelNow(entries)).toBe('low')
    expect(obstaclesToWriting(running(entries), writing(team))).toEqual([])
    // What was called before somebody agreed is judged by the level of then.
    expect([levelAt(entries, call('crisis_line', 4)), levelAt(entries, call('crisis_line', 6))]).toEqual([
      'high',
      'low',
    ])
    expect(levelNow([...entries, run('high', 7), run('moderate', 8)])).toBe('high')
  })

  test('is no lowering where the level was not high', () => {
    expect(loweringsOf([run('moderate', 1), run('low', 2), run('high', 3)])).toEqual([])
    expect(levelNow([run('moderate', 1), run('low', 2)])).toBe('low')
  })
})

test('nobody is the second person of what they wrote down themselves, whoever says why [R104]', () => {
  const called = { ...call('stabilization', 2), enteredBy: 'joan' }
  const facts = running([run('moderate', 1), called])
  const why = (reviewerId: string, by = 'ruth') => ({
    ...writing({ kind: 'departure_explained', aboutId: called.id }, { reason: 'x', reviewerId }),
    by,
  })
  expect(obstaclesToWriting(facts, why('joan'))).toEqual(['reviewer_wrote_it'])
  expect(obstaclesToWriting(facts, why('joan', 'joan'))).toEqual(['reviewer_is_you'])
  expect(obstaclesToWriting(facts, why('ruth'))).toEqual(['reviewer_is_you'])
  expect(obstaclesToWriting(facts, why('helen'))).toEqual([])
})

describe('Departing from the tree', () => {
  const moderate = running([run('moderate', 1)])
  const response = (what: string) => ({ kind: 'response_called', what }) as const

  test('needs a reason and a second person, whether it is more or less than the level says [R104]', () => {
    for (const what of ['stabilization', 'crisis_line', 'school_team']) {
      expect(obstaclesToWriting(moderate, writing(response(what)))).toEqual([
        'reason_missing',
        'reviewer_missing',
      ])
      const given = { reason: 'No team is free today', reviewerId: 'helen' }
      expect(obstaclesToWriting(moderate, writing(response(what), given))).toEqual([])
      expect(obstaclesToWriting(moderate, writing(response(what), { ...given, reviewerId: 'me' }))).toEqual([
        'reviewer_is_you',
      ])
    }
    expect(obstaclesToWriting(moderate, writing(response('mobile_crisis')))).toEqual([])
  })

  test('a call to emergency services is written down at once, and says why before the end [R106]', () => {
    expect(obstaclesToWriting(moderate, writing(response('emergency_services')))).toEqual([])
    const entries = complete('moderate', 'emergency_services')
    expect(blanksOf(running(entries))).toEqual(['departure_blank'])
    const made = entries.find(({ kind }) => kind === 'response_called') as Entry
    const why = entry({
      kind: 'departure_explained',
      words: 'He ran off',
      personId: 'helen',
      aboutId: made.id,
    })
    expect(blanksOf(running([...entries, why]))).toEqual([])
  })

  test('emergency services for a moderate result are off the standard and counted; for a high one they are it [R105]', () => {
    const counted = (level: string) => {
      const said = running([run(level, 1), call('emergency_services', 2)])
      return departuresOf(said).filter((each) => isOverEscalated(said, each)).length
    }
    expect([counted('low'), counted('moderate'), counted('high')]).toEqual([1, 1, 0])
  })

  test('a call that came first is judged by the first run after it, and by none before', () => {
    const first = call('emergency_services', 1)
    expect(departureAt(running([first]), first)).toBeUndefined()
    expect(departureAt(running([first, run('moderate', 5)]), first)).toBe('higher')
    expect(departureAt(running([first, run('high', 5), run('low', 9)]), first)).toBeUndefined()
  })
})
