import { describe, expect, test } from 'vitest'
import { learnings, openLearned } from './outside.ts'
import { obstaclesToCalling, obstaclesToNaming } from './outside-rules.ts'

const today = '2026-10-13'

test('a provider outside the directory is written down with a day to call back, one at a time', () => {
  const free = { referralEnded: false, isOpen: false, callOn: today, today }
  expect(obstaclesToNaming(free)).toEqual([])
  expect(obstaclesToNaming({ referralEnded: true, isOpen: true, callOn: '2026-10-12', today })).toEqual([
    'referral_ended',
    'one_is_open',
    'call_in_the_past',
  ])
})

describe('A call about it', () => {
  const call = { ended: false, happensOn: undefined, nextOn: undefined, today }

  test('that leaves it open needs the day of the next one, not before today', () => {
    for (const learned of openLearned) {
      expect(obstaclesToCalling({ ...call, learned }), learned).toContain('next_day_missing')
      expect(obstaclesToCalling({ ...call, learned, nextOn: '2026-10-12' })).toContain('next_day_missing')
      expect(obstaclesToCalling({ ...call, learned, nextOn: today, happensOn: '2026-10-20' })).toEqual([])
    }
  })

  test('that says a visit took place needs its day, which is not ahead', () => {
    expect(obstaclesToCalling({ ...call, learned: 'seen' })).toEqual(['visit_day_missing'])
    expect(obstaclesToCalling({ ...call, learned: 'seen', happensOn: '2026-10-14' })).toEqual([
      'visit_not_yet',
    ])
    expect(obstaclesToCalling({ ...call, learned: 'seen', happensOn: today })).toEqual([])
  })

  test('is written down once it ended no more', () => {
    for (const learned of learnings)
      expect(obstaclesToCalling({ ...call, ended: true, learned })).toContain('ended_already')
  })
})
