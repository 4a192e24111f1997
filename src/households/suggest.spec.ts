import { describe, expect, test } from 'vitest'
import { needKinds, obstaclesToNoting } from './need.ts'
import { obstaclesToKeeping } from './profile.ts'
import { suggestedBarriers } from './suggest.ts'

const nothing = { profile: undefined, interpreter: false, needs: [] }
const calm = { workLimits: ['no_limits'], transport: 'bus', capacity: 'room_for_more' } as const

describe('Barriers that what is known of a family speaks of', () => {
  test('are none where nobody asked, and none where nothing stands in the way', () => {
    expect(suggestedBarriers(nothing)).toEqual([])
    expect(suggestedBarriers({ ...nothing, profile: calm })).toEqual([])
  })

  test('come from its days, its way there, what it carries and the language it speaks', () => {
    const profile = { workLimits: ['nights'], transport: 'none', capacity: 'carries_too_much' } as const
    expect(suggestedBarriers({ profile, interpreter: true, needs: [] })).toEqual([
      { category: 'transportation', because: ['no_way_there'] },
      { category: 'work_schedule', because: ['hours_of_work'] },
      { category: 'caregiver_capacity', because: ['carries_too_much'] },
      { category: 'language', because: ['interpreter'] },
    ])
  })

  test('come from everything that is needed at home, each kind to a barrier', () => {
    for (const kind of needKinds)
      expect(suggestedBarriers({ ...nothing, needs: [kind] }), kind).toHaveLength(1)
    expect(suggestedBarriers({ ...nothing, needs: ['coverage', 'food', 'housing'] })).toEqual([
      { category: 'competing_priorities', because: ['needs_at_home'] },
      { category: 'insurance_eligibility', because: ['needs_coverage'] },
    ])
  })
})

test('a family is written down with limits or without, and not with both', () => {
  expect(obstaclesToKeeping({ workLimits: [] }, { hasSchool: true })).toEqual([])
  expect(obstaclesToKeeping({ workLimits: ['no_limits'] }, { hasSchool: true })).toEqual([])
  expect(obstaclesToKeeping({ workLimits: ['no_limits', 'nights'] }, { hasSchool: false })).toEqual([
    'no_school',
    'no_limits_and_some',
  ])
})

test('a need has a day from today on, and is seen to once at a time', () => {
  const today = '2026-10-13'
  const noting = { kind: 'food', dueOn: today, today, hasSchool: true, needs: [] } as const
  const ended = { kind: 'food', endedAt: new Date('2026-10-12T17:00:00Z') } as const
  expect(obstaclesToNoting({ ...noting, needs: [ended] })).toEqual([])
  expect(
    obstaclesToNoting({
      ...noting,
      dueOn: '2026-10-12',
      hasSchool: false,
      needs: [{ kind: 'food', endedAt: null }],
    }),
  ).toEqual(['no_school', 'due_in_the_past', 'is_open'])
})
