import { expect, test } from 'vitest'
import { obstaclesToMilestone } from './milestone.ts'

const plan = { milestone: 'plan_completed', reachedOn: '2026-10-05' } as const
const first = { milestone: 'first_reached', reachedOn: '2026-10-12' } as const
const today = '2026-10-13'

test('a plan is told with its day, and then its first milestone', () => {
  expect(obstaclesToMilestone([], { ...plan, today })).toEqual([])
  expect(obstaclesToMilestone([plan], { ...first, today })).toEqual([])
  expect(obstaclesToMilestone([plan], { ...first, reachedOn: plan.reachedOn, today })).toEqual([])
})

test('each is told once, in its order, and never ahead', () => {
  expect(obstaclesToMilestone([plan, first], { ...plan, today })).toEqual(['milestone_told'])
  expect(obstaclesToMilestone([], { ...first, today })).toEqual(['plan_first'])
  expect(obstaclesToMilestone([plan], { ...first, reachedOn: '2026-10-04', today })).toEqual([
    'before_the_plan',
  ])
  expect(obstaclesToMilestone([], { ...plan, reachedOn: '2026-10-14', today })).toEqual(['not_happened_yet'])
})
