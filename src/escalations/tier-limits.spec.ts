import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { receiveReferral } from '#referrals/receive-referral.ts'
import { publishEdited } from '#standards/publish-edited.ts'
import { stalledStory, type StalledStory } from '#tests/support/stalled-story.ts'
import { lookClocks } from './look-clocks.ts'

let story: StalledStory
beforeAll(async () => {
  story = await stalledStory()
  const accepts = { step: 'not_accepted', tier: '3', limit: { unit: 'school_days', amount: '4' } }
  const longer = {
    kind: 'time_standards',
    version: 1,
    inForceOn: '2026-10-05',
    decision: 'Board of October 5',
    body: { add: { byTier: { 0: accepts } } },
  }
  story.must(await publishEdited.perform(story.being('yolanda'), longer))
})
afterAll(() => story.close())

describe('The limit of a step for a tier', () => {
  test('counts for a referral of that tier, also where the agency answers, which never reads the tier', async () => {
    const referralId = await story.decide('mateo')
    await story.choose(referralId)
    await story.answer(referralId, 'mateo', { referral_disclosure: 'yes', status_feedback: 'yes' })
    await story.send(referralId)
    story.must(await receiveReferral.perform(story.being('noor'), { referralId }))
    const { rows } = await story.admin.query('select next_due_at, tier from referral where id = $1', [
      referralId,
    ])
    // Monday and four school days: Friday at closing.
    expect(rows).toEqual([{ next_due_at: new Date('2026-10-10T00:00:00Z'), tier: 3 }])
    const { clocks } = await lookClocks.see(story.being('maya'), { referralId })
    const clock = clocks.find((each) => each.clock === 'not_accepted')
    expect(clock).toMatchObject({ because: 'tier', standard: { unit: 'school_days', amount: 4 } })
    story.clock.set('2026-10-09T23:59:00Z')
    await story.round()
    expect((await story.breachesOf(referralId)).map((each) => each.clock)).not.toContain('not_accepted')
    story.clock.set('2026-10-10T00:00:00Z')
    await story.round()
    const kept = (await story.breachesOf(referralId)).find((each) => each.clock === 'not_accepted')
    expect(kept?.standard).toMatchObject({ unit: 'school_days', amount: 4 })
  })
})
