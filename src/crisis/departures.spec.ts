import { describe, expect, test } from 'vitest'
import { call, came, complete, entry, run, running, writing } from '#tests/support/incident-facts.ts'
import type { Entry } from './entry.ts'
import { blanksOf, departureAt, departuresOf, isOverEscalated, lacksHelp, levelNow } from './rules.ts'
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
    expect(lacksHelp([...high, called])).toBe(true)
    expect(lacksHelp([...high, called, came(called, 'could_not')])).toBe(true)
    expect(lacksHelp([...high, called, came(called)])).toBe(false)
    expect(obstaclesToWriting(running([...high, called, came(called)]), writing(stays))).toEqual([])
    expect(obstaclesToWriting(running([run('moderate', 1)]), writing(stays))).toEqual([])
  })
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
