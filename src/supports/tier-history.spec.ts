import { afterAll, beforeAll, expect, test } from 'vitest'
import { Problem } from '#platform/problem.ts'
import { families } from '#tests/riverside/families.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { choices, triageStory, type TriageStory } from '#tests/support/triage-story.ts'
import { lookTiers } from './look-tiers.ts'
import { reviewSupport } from './review-support.ts'
import { startSupport } from './start-support.ts'

let story: TriageStory
beforeAll(async () => {
  story = await triageStory({ at: '2026-10-13T20:30:00Z' })
})
afterAll(() => story.close())

const studentId = families.ada.id
const seen = (key: 'daniel' | 'priya' | 'joan') => lookTiers.see(story.being(key), { studentId })

test('How a student moved between tiers is told with the days and the criteria in words, the latest first [R334]', async () => {
  expect((await seen('daniel')).moves).toEqual([])
  const decision = { ...choices.a, tier: 3, entryCriterion: 'tier_2_not_enough' }
  const { openedId: supportId } = story.must(
    await story.decide({ ...(await story.ready('ada', 'low')), ...decision }),
  )
  story.must(await startSupport.perform(story.being('daniel'), { supportId }))
  story.clock.set('2026-10-27T20:30:00Z')
  const down = { outcome: 'step_down', exitCriterion: 'care_goals_met', entryCriterion: 'stepped_down' }
  story.must(await reviewSupport.perform(story.being('daniel'), { supportId, ...down }))

  const { moves } = await seen('daniel')
  expect(moves).toEqual([
    {
      fromTier: 3,
      toTier: 2,
      movedAt: new Date('2026-10-27T20:30:00Z'),
      exit: expect.stringMatching(/^[A-Z].{8}/),
      entry: expect.stringMatching(/^Goals at tier 3 were met/),
      by: 'Daniel Reyes',
    },
    {
      fromTier: null,
      toTier: 3,
      movedAt: new Date('2026-10-13T20:30:00Z'),
      exit: null,
      entry: expect.stringMatching(/^[A-Z].{8}/),
      by: 'Daniel Reyes',
    },
  ])
  const pages = await pagesOf(story)
  const { html } = await pages.get('daniel', `/students/${studentId}/tiers`)
  await pages.close()
  expect(html).toMatch(/Tier 2 now, since/)
  expect(html).toMatch(/From tier 3 to tier 2/)
})

test('Another school and a teacher read none of it', async () => {
  await expect(seen('priya')).rejects.toThrow(new Problem('not_found'))
  await expect(seen('joan')).rejects.toThrow(new Problem('not_allowed'))
})
