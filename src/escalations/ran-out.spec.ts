import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast } from '#tests/riverside/cast.ts'
import { stalledStory, type StalledStory } from '#tests/support/stalled-story.ts'
import { keepAllMissed } from './keep-missed.ts'
import { lookClocks } from './look-clocks.ts'

let story: StalledStory
beforeAll(async () => {
  story = await stalledStory()
})
afterAll(() => story.close())

test('What a family allowed that ran out while care goes on is kept once, with who navigates', async () => {
  const referralId = await story.decide('mateo')
  await story.choose(referralId)
  await story.answer(referralId, 'mateo', { referral_disclosure: 'yes', status_feedback: 'yes' })
  await story.send(referralId)
  const night = () => keepAllMissed(story.asSystem(story.districtId), 'night')
  const kept = async () =>
    (await story.breachesOf(referralId)).filter(({ clock }) => clock === 'consent_ending')
  // It was given until June 30, which is allowed to its end.
  story.clock.set('2027-06-30T20:00:00Z')
  await night()
  expect(await kept()).toEqual([])
  story.clock.set('2027-07-01T08:00:00Z')
  await night()
  await night()
  expect(await kept()).toMatchObject([
    { record_type: 'consent', held_by: 'navigator', person_id: cast.maya.id },
  ])
  const { missed } = await lookClocks.see(story.being('maya'), { referralId })
  expect(missed.map(({ clock }) => clock)).toContain('consent_ending')
})
