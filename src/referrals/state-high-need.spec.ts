import { afterAll, beforeAll, expect, test } from 'vitest'
import { Problem } from '#platform/problem.ts'
import { referralStory, type Story } from '#tests/support/referral-story.ts'
import { stateHighNeed } from './state-high-need.ts'

let story: Story
beforeAll(async () => {
  story = await referralStory()
})
afterAll(() => story.close())

const state = (referralId: string, criterion: string, by: 'daniel' | 'joan' | 'priya' = 'daniel') =>
  stateHighNeed.perform(story.being(by), { referralId, criterion })

test('a stated safety concern makes the need high from now on, with who stated it and when [R086]', async () => {
  const id = await story.decide('sofia')
  story.must(await state(id, 'safety_concerns'))
  const query = `select f.high_need, h.high_need_criteria from referral f join handoff h on h.referral_id = f.id
    where f.id = $1`
  const { rows } = await story.admin.query(query, [id])
  expect(rows).toEqual([{ high_need: true, high_need_criteria: ['safety_concerns'] }])
  expect(await story.trail()).toContain('counselor: referral.high_need_stated')
})

test('what follows from dates is not for anybody to state', async () => {
  const id = await story.decide('theo')
  expect(await state(id, 'recent_crisis')).toEqual({ done: false, because: ['criterion_unknown'] })
  await expect(state(id, 'safety_concerns', 'joan')).rejects.toThrow(new Problem('not_allowed'))
  await expect(state(id, 'safety_concerns', 'priya')).rejects.toThrow(new Problem('not_found'))
})
