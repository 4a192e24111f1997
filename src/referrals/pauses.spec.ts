import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publishEdited } from '#standards/publish-edited.ts'
import { stalledStory, type StalledStory } from '#tests/support/stalled-story.ts'
import { endPause } from './end-pause.ts'
import { lookPauses } from './look-pauses.ts'
import { lookTracker } from './look-tracker.ts'
import { pauseReferral } from './pause-referral.ts'
import { referralPage } from './referral-page.ts'
import { stateHighNeed } from './state-high-need.ts'

let story: StalledStory
beforeAll(async () => {
  story = await stalledStory()
})
afterAll(() => story.close())

/** Monday, October 5 in Riverside. */
const inDays = (days: number) => new Date(Date.UTC(2026, 9, 5 + days)).toISOString().slice(0, 10)
const pausing = (referralId: string, more: object = {}) => ({
  referralId,
  reason: 'family_asked',
  throughOn: inDays(9),
  ...more,
})
const pause = (referralId: string, more: object = {}, by: 'maya' | 'ruth' = 'maya') =>
  pauseReferral.perform(story.being(by), pausing(referralId, more))
const dueOf = async (referralId: string) =>
  (await story.admin.query('select next_due_at from referral where id = $1', [referralId])).rows[0]
    .next_due_at

/** Sent to the agency, which has a school day to confirm that it came. */
async function sent(family: 'mateo' | 'theo' | 'ruben') {
  const referralId = await story.decide(family)
  await story.choose(referralId)
  await story.answer(referralId, family, { referral_disclosure: 'yes', status_feedback: 'yes' })
  await story.send(referralId)
  return referralId
}

describe('A pause', () => {
  test('moves what is owed, is seen by everybody who reads the referral, and is counted', async () => {
    const referralId = await sent('mateo')
    const before = await dueOf(referralId)
    story.must(await pause(referralId))
    expect(await dueOf(referralId)).not.toEqual(before)
    expect((await dueOf(referralId)).getTime()).toBeGreaterThan(Date.parse(`${inDays(10)}T00:00:00Z`))

    const maya = story.being('maya')
    expect((await referralPage.see(maya, { referralId })).pausedThrough).toBe(inDays(9))
    const row = (await lookTracker.see(maya, {})).rows.find(({ id }) => id === referralId)
    expect(row?.pausedThrough).toBe(inDays(9))
    const seen = await lookPauses.see(maya, { referralId })
    expect(seen.soFar).toEqual({ count: 1, days: 1 })
    expect(seen.pauses[0]).toMatchObject({ why: 'The family asked to wait', throughOn: inDays(9) })
    expect(await pause(referralId)).toMatchObject({ because: ['paused_already'] })

    story.must(await endPause.perform(maya, { referralId }))
    expect(await dueOf(referralId)).toEqual(before)
    expect(await endPause.perform(maya, { referralId })).toMatchObject({ because: ['not_paused'] })
    expect((await lookPauses.see(maya, { referralId })).soFar).toEqual({ count: 1, days: 0 })
    const trail = await story.trailOf(`subject_id = $1 and name like 'referral.pause%'`, [referralId])
    expect(trail.map(({ name }) => name)).toEqual(['referral.paused', 'referral.pause_ended'])
  })

  test('has a reason of the list and a last day that is not too far ahead, as the standard says', async () => {
    const referralId = await story.decide('sofia')
    expect(await pause(referralId, { reason: 'because' })).toMatchObject({ because: ['reason_unknown'] })
    expect(await pause(referralId, { throughOn: inDays(-1) })).toMatchObject({ because: ['day_past'] })
    expect(await pause(referralId, { throughOn: inDays(21) })).toMatchObject({ because: ['too_long'] })
    const shorter = {
      kind: 'time_standards',
      version: 1,
      inForceOn: inDays(0),
      decision: 'Board of October 5',
      body: { pause: { limit: { amount: '14' } } },
    }
    story.must(await publishEdited.perform(story.being('yolanda'), shorter))
    expect(await pause(referralId, { throughOn: inDays(14) })).toMatchObject({ because: ['too_long'] })
    story.must(await pause(referralId, { throughOn: inDays(13) }))
  })

  test('of a high-need student is for the lead alone, and shorter', async () => {
    const referralId = await story.openHighNeed('lena')
    expect(await pause(referralId)).toMatchObject({ because: ['high_need_lead', 'too_long'] })
    expect(await pause(referralId, {}, 'ruth')).toMatchObject({ because: ['too_long'] })
    story.must(await pause(referralId, { throughOn: inDays(4) }, 'ruth'))
  })

  test('ends where the need turns out to be high', async () => {
    const referralId = await sent('theo')
    const before = await dueOf(referralId)
    story.must(await pause(referralId))
    const stated = { referralId, criterion: 'safety_concerns' }
    story.must(await stateHighNeed.perform(story.being('maya'), stated))
    expect((await dueOf(referralId)).getTime()).toBeLessThanOrEqual(before.getTime())
    expect((await lookPauses.see(story.being('ruth'), { referralId })).standing).toBeUndefined()
  })
})

describe('The round of the house', () => {
  test('notices nothing while the clocks stand, and the stall once they run again', async () => {
    const referralId = await sent('ruben')
    story.must(await pause(referralId))
    await story.round()
    story.pass(9 * story.day)
    await story.round()
    // The same day and the same week are never paused.
    const flat = (await story.breachesOf(referralId)).map(({ clock }) => clock)
    expect(new Set(flat)).toEqual(new Set(['assessment', 'warm_handoff']))
    story.pass(5 * story.day)
    await story.round()
    const clocks = (await story.breachesOf(referralId)).map(({ clock }) => clock)
    expect(clocks).toContain('not_received')
  })

  test('tells of a high-need stall the moment its pause is over [R087]', async () => {
    const referralId = await story.openHighNeed('owen')
    story.pass(5 * story.day)
    const today = story.clock.now().toISOString().slice(0, 10)
    const throughOn = new Date(Date.parse(today) + 4 * story.day).toISOString().slice(0, 10)
    story.must(await pause(referralId, { throughOn }, 'ruth'))
    await story.round()
    story.pass(3 * story.day)
    await story.round()
    expect(await story.escalationsOf(referralId)).toEqual([])
    story.clock.set(new Date(Date.parse(`${throughOn}T00:00:00Z`) + story.day + 7 * story.hour))
    await story.round()
    expect(await story.escalationsOf(referralId)).toMatchObject([{ cause: 'high_need_intake' }])
  })
})
