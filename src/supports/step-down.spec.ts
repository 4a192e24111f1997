import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shippedModel, type Tier } from '#standards/contract.ts'
import { families, type FamilyKey } from '#tests/riverside/families.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { choices, triageStory, type TriageStory } from '#tests/support/triage-story.ts'
import { reviewSupport } from './review-support.ts'
import { entryCriteria, tierAfter, tiersAfter } from './rules.ts'
import { startSupport } from './start-support.ts'
import { supportPage } from './support-page.ts'

let story: TriageStory
beforeAll(async () => {
  story = await triageStory({ at: '2026-10-13T20:30:00Z' })
})
afterAll(() => story.close())

/** A brief support of a student whom triage put in tier 3, started. */
async function inTierThree(family: FamilyKey) {
  const decision = { ...choices.a, tier: 3, entryCriterion: 'tier_2_not_enough' }
  const { openedId } = story.must(await story.decide({ ...(await story.ready(family, 'low')), ...decision }))
  story.must(await startSupport.perform(story.being('daniel'), { supportId: openedId }))
  return openedId
}
const review = (supportId: string, given: object) =>
  reviewSupport.perform(story.being('daniel'), { supportId, exitCriterion: 'care_goals_met', ...given })
const newestMove = async (family: FamilyKey) =>
  (
    await story.rows(
      `select from_tier, to_tier, exit_criterion, entry_criterion, support_id from tier_move
        where student_id = $1 order by id desc limit 1`,
      [families[family].id],
    )
  )[0]
const missing = { done: false, because: ['entry_criterion_missing'] }

describe('Leaving tier 3', () => {
  test('a step down cites the way into tier 2 that a person chose, and no other tier’s [R012] [R015]', async () => {
    const supportId = await inTierThree('ada')
    const { entries } = await supportPage.see(story.being('daniel'), { supportId })
    expect(entries.map(({ tier, code }) => `${tier} ${code}`)).toEqual([
      '2 triage_decision',
      '2 screening',
      '2 stepped_down',
      '1 everyone',
    ])
    for (const entryCriterion of [undefined, '', 'family_choice', 'everyone', 'tier_2_not_enough']) {
      expect(await review(supportId, { outcome: 'step_down', entryCriterion })).toEqual(missing)
    }
    expect(await newestMove('ada')).toMatchObject({ from_tier: null, to_tier: 3 })
    story.must(await review(supportId, { outcome: 'step_down', entryCriterion: 'stepped_down' }))
    expect(await newestMove('ada')).toEqual({
      from_tier: 3,
      to_tier: 2,
      exit_criterion: 'care_goals_met',
      entry_criterion: 'stepped_down',
      support_id: supportId,
    })
  })

  test('the page asks for it with its tier, and a form sent without it comes back as it was filled in', async () => {
    const supportId = await inTierThree('hana')
    const pages = await pagesOf(story)
    const { html } = await pages.get('daniel', `/supports/${supportId}`)
    expect(html).toContain('Daniel Reyes, and triage staff of ')
    expect(html).toMatch(/<option[^>]* value="stepped_down"[^>]*>2: Goals at tier 3 were met/)
    const typed = { outcome: 'step_down', improving: 'yes', exitCriterion: 'care_goals_met' }
    const again = await pages.post('daniel', `/supports/${supportId}/reviews`, typed)
    expect(again.status).toBe(409)
    expect(again.html).toContain('Choose the entry criterion that is met of the tier the student goes to.')
    expect(again.html).toMatch(/value="step_down"[^>]*checked|checked[^>]*value="step_down"/)
    expect(pages.broken).toEqual([])
    await pages.close()
  })

  test('goals that are met lead to tier 1, whose own way in is cited [R012]', async () => {
    const supportId = await inTierThree('theo')
    expect(await review(supportId, { outcome: 'met', entryCriterion: 'stepped_down' })).toEqual(missing)
    story.must(await review(supportId, { outcome: 'met', entryCriterion: 'everyone' }))
    expect(await newestMove('theo')).toMatchObject({ from_tier: 3, to_tier: 1, entry_criterion: 'everyone' })
  })
})

test('only a lower tier is gone to, and what is out of use is not offered', () => {
  expect(([1, 2, 3] as Tier[]).map(tiersAfter)).toEqual([[], [1], [2, 1]])
  expect(tierAfter('left', 3)).toBeUndefined()
  expect(tierAfter('step_down', 1)).toBeUndefined()
  const model = shippedModel(new Date('2026-08-01T00:00:00Z'))
  const offered = () => entryCriteria({ model, tier: 2 }).map(({ code }) => code)
  expect(offered()).toContain('screening')
  for (const each of model.tiers.body.tiers.flatMap(({ entry }) => entry)) {
    if (each.code === 'screening') each.inUse = false
  }
  expect(offered()).toEqual(['triage_decision', 'stepped_down'])
})
