import { afterAll, beforeAll, expect, test } from 'vitest'
import { choices } from '#tests/support/triage-story.ts'
import { type AfterStory, afterStory } from '#tests/support/after-story.ts'
import { lookPlan } from './look-plan.ts'

let story: AfterStory
beforeAll(async () => {
  story = await afterStory()
})
afterAll(() => story.close())

test('a crisis that was closed makes an open referral high need, and somebody asks the provider [R111]', async () => {
  const known = await story.ready('theo', 'moderate')
  story.must(await story.decide({ ...known, ...choices.b }))
  const referral = async () =>
    (await story.rows<{ high_need: boolean }>('select high_need from referral where ended_at is null'))[0]
  expect(await referral()).toEqual({ high_need: false })
  const incidentId = await story.closed()
  expect(await referral()).toEqual({ high_need: true })
  const { followUps } = await lookPlan.see(story.being('grace'), { incidentId })
  expect(followUps.filter(({ whom, outcome }) => whom === 'provider' && outcome === null)).toHaveLength(1)
})
