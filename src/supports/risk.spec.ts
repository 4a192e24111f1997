import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Problem } from '#platform/problem.ts'
import { cast } from '#tests/riverside/cast.ts'
import { type FamilyKey } from '#tests/riverside/families.ts'
import { choices, triageStory, type TriageStory } from '#tests/support/triage-story.ts'
import { reviewSupport } from './review-support.ts'
import { startSupport } from './start-support.ts'
import { supportList } from './support-page.ts'

const decidedAt = '2026-10-13T20:30:00Z'
let story: TriageStory
beforeAll(async () => {
  story = await triageStory()
})
afterAll(() => story.close())
beforeEach(() => story.clock.set(decidedAt))

/** A brief support, opened by a decision for path (a). */
const opened = async (family: FamilyKey) => {
  const ready = await story.ready(family, 'low')
  return story.must(await story.decide({ ...ready, ...choices.a })).openedId
}
const started = async (family: FamilyKey) => {
  const supportId = await opened(family)
  story.must(await startSupport.perform(story.being('daniel'), { supportId }))
  return supportId
}
const row = async (supportId: string) =>
  (await story.rows<Record<string, unknown>>('select * from brief_support where id = $1', [supportId]))[0]
const review = (
  supportId: string,
  given: object,
  by: 'daniel' | 'ines' | 'joan' | 'maya' | 'priya' = 'daniel',
) => reviewSupport.perform(story.being(by), { supportId, ...given })

describe('When risk rises', () => {
  test('a student at high risk is not left on brief support without a named clinician [R022]', async () => {
    const supportId = await started('mateo')
    await story.ready('mateo', 'high')
    expect(await row(supportId)).toMatchObject({
      state: 'review_due',
      high_risk_at: story.clock.now(),
      clinician_id: null,
    })
    const goOn = { outcome: 'continue', nextReviewOn: '2026-11-10' }
    expect(await review(supportId, goOn)).toEqual({ done: false, because: ['high_risk_without_clinician'] })
    expect(await review(supportId, { ...goOn, clinicianId: cast.joan.id })).toMatchObject({ done: false })
    story.must(await review(supportId, { ...goOn, clinicianId: cast.helen.id }))
    expect(await row(supportId)).toMatchObject({ state: 'active', clinician_id: cast.helen.id })
  })

  test('the list shows what runs, the next review first, and only one’s own when asked', async () => {
    const all = await supportList.see(story.being('daniel'), {})
    expect(all.supports.map(({ reviewOn }) => reviewOn)).toEqual(
      all.supports.map(({ reviewOn }) => reviewOn).sort(),
    )
    expect(all.supports.length).toBeGreaterThan(0)
    expect((await supportList.see(story.being('ines'), { mine: 'yes' })).supports).toEqual([])
    expect((await supportList.see(story.being('priya'), {})).supports).toEqual([])
    await expect(supportList.see(story.being('joan'), {})).rejects.toEqual(new Problem('not_allowed'))
  })
})
