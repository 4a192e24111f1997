import { describe, expect, test } from 'vitest'
import {
  call,
  came,
  complete,
  entry,
  explained,
  found,
  leftOut,
  run,
  running,
  writing,
} from '#tests/support/incident-facts.ts'
import { lacksHelp, leftOutOf, toExplain } from './departures.ts'
import { blanksOf } from './rules.ts'
import { obstaclesToWriting } from './writing.ts'

const without = (level: string, ...kinds: string[]) =>
  complete(level).filter(({ kind }) => !kinds.includes(kind))
const skip = (step: string, more: { reason?: string; reviewerId?: string } = {}) =>
  writing({ kind: 'step_skipped', what: step, words: 'No time' }, more)

describe('The rubric that is left out', () => {
  const unjudged = without('moderate', 'rubric_run')
  const left = leftOut('rubric')

  test('closes nothing until a second person has looked at it and agreed', () => {
    expect(blanksOf(running([...unjudged, left]))).toEqual(['rubric_blank', 'departure_blank'])
    expect(blanksOf(running([...unjudged, left, explained(left)]))).toEqual(['rubric_blank'])
    const learned = [...unjudged, left, explained(left), found(left, 'to_learn_from')]
    expect(blanksOf(running(learned))).toEqual(['rubric_blank'])
    expect(blanksOf(running([...unjudged, left, explained(left), found(left)]))).toEqual([])
  })

  test('is nothing one person decides: somebody else is named at once, and never oneself', () => {
    expect(obstaclesToWriting(running([]), skip('rubric'))).toEqual(['left_out_alone'])
    const mine = { reason: 'No time', reviewerId: 'me' }
    expect(obstaclesToWriting(running([]), skip('rubric', mine))).toEqual(['reviewer_is_you'])
    const named = { ...mine, reviewerId: 'helen' }
    expect(obstaclesToWriting(running([]), skip('rubric', named))).toEqual([])
    expect(obstaclesToWriting(running([]), skip('safety'))).toEqual([])
  })

  test('leaves no student with the school alone, until somebody agreed; any other handover is written down', () => {
    const over = (what: string) => writing({ kind: 'handed_over', what, words: 'G. W.' })
    expect(obstaclesToWriting(running([left]), over('stayed_at_school'))).toEqual(['level_first'])
    expect(obstaclesToWriting(running([left]), over('emergency_department'))).toEqual([])
    expect(obstaclesToWriting(running([left, found(left)]), over('stayed_at_school'))).toEqual([])
  })

  test('once it is run after all, what was called before is compared with the tree, and nothing is left out', () => {
    const line = call('crisis_line', 3)
    const entries = [leftOut('rubric', 2), line, run('high', 9)]
    expect(leftOutOf(running(entries))).toEqual([])
    expect(toExplain(running(entries))).toEqual([line])
    const whole = [...without('high', 'rubric_run', 'response_called', 'response_result'), ...entries]
    expect(blanksOf(running([...whole, came(line, 'talked')]))).toEqual(['departure_blank'])
  })
})

describe('The response that is left out', () => {
  const uncalled = (level: string) => without(level, 'response_called', 'response_result')
  const left = leftOut('response')

  test('is a departure where the level says that somebody from outside is called [R104]', () => {
    expect(blanksOf(running([...uncalled('moderate'), left]))).toEqual(['departure_blank'])
    expect(blanksOf(running([...uncalled('moderate'), left, explained(left)]))).toEqual([])
    expect(blanksOf(running([...uncalled('low'), left]))).toEqual([])
    expect(obstaclesToWriting(running([run('moderate', 1)]), skip('response'))).toEqual(['left_out_alone'])
    expect(obstaclesToWriting(running([run('low', 1)]), skip('response'))).toEqual([])
    expect(obstaclesToWriting(running([]), skip('response'))).toEqual(['left_out_alone'])
  })

  test('left out before the level was known, it is compared once the level is', () => {
    const early = leftOut('response', 2)
    const judged = (level: string) => running([...uncalled(level), early])
    expect(leftOutOf(judged('moderate'))).toEqual([early])
    expect(leftOutOf(judged('low'))).toEqual([])
    expect(blanksOf(judged('high'))).toEqual(['response_blank', 'high_without_help'])
  })
})

describe('A level that rises after something was called', () => {
  test('asks for a response of its own: what was right for less answers nothing any more', () => {
    const team = call('school_team', 3)
    const rest = without('low', 'rubric_run', 'response_called', 'response_result')
    const risen = [...rest, run('low', 2), team, came(team, 'talked')]
    expect(blanksOf(running(risen))).toEqual([])
    expect(blanksOf(running([...risen, run('moderate', 5)]))).toEqual(['response_blank'])
    const mobile = call('mobile_crisis', 6)
    expect(blanksOf(running([...risen, run('moderate', 5), mobile, came(mobile)]))).toEqual([])
  })

  test('at high, help that came for less is not the help the level says; with a reason it may be [R105]', () => {
    const early = call('crisis_line', 3)
    const before = [run('low', 2), early, came(early, 'talked'), run('high', 5)]
    expect(lacksHelp(running(before))).toBe(true)
    const late = call('crisis_line', 6)
    expect(lacksHelp(running([...before, late, came(late, 'talked')]))).toBe(false)
    expect(toExplain(running([...before, late]))).toContain(late)
  })

  test('a student who was said to be at school before that is looked for once more [R105]', () => {
    const stays = (minute: number) =>
      entry({ kind: 'handed_over', what: 'stayed_at_school', words: 'G. W.' }, minute)
    const called = call('emergency_services', 60)
    const help = { ...came(called), happenedAt: called.happenedAt }
    const rest = without('high', 'rubric_run', 'response_called', 'response_result', 'handed_over')
    const parked = [...rest, run('low', 40), stays(45), run('high', 50), called, help]
    expect(blanksOf(running(parked))).toEqual(['handover_blank'])
    expect(blanksOf(running([...parked, stays(61)]))).toEqual([])
  })
})
