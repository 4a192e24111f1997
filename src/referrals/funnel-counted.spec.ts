import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { answerOneMonth } from './answer-one-month.ts'
import { closeReferral } from './close-referral.ts'
import { declineReferral } from './decline-referral.ts'
import { lookFunnel } from './look-funnel.ts'
import { receiveReferral } from './receive-referral.ts'
import { redirectReferral } from './redirect-referral.ts'
import { withdrawReferral } from './withdraw-referral.ts'

let story: AgencyStory
beforeAll(async () => {
  story = await agencyStory()
})
afterAll(() => story.close())

/** Five ways to care, each told by what people do. */
async function fiveWays(story: AgencyStory): Promise<void> {
  const { must, being, noor } = story
  const maya = being('maya')
  // 1: seen, still coming.
  const engaged = (await story.seen('hana')).referralId
  // 2: seen, and not coming any more after one month.
  const stopped = (await story.seen('tessa')).referralId
  // 3: a visit is booked, and the family chose another way.
  const booked = (await story.accepted('lena')).referralId
  await story.book(booked)
  const choice = { referralId: booked, ending: 'family_choice', askedBy: 'caregiver', channel: 'phone' }
  must(await closeReferral.perform(maya, choice))
  // 4: received, and declined; another agency is asked, and it is the same way: it waits there.
  const declined = (await story.sent('owen')).referralId
  must(await receiveReferral.perform(noor(), { referralId: declined }))
  must(await declineReferral.perform(noor(), { referralId: declined, reason: 'capacity' }))
  must(await redirectReferral.perform(maya, { referralId: declined, reason: 'capacity' }))
  // 5: withdrawn before anything was sent.
  const withdrawn = await story.decide('mateo')
  must(
    await withdrawReferral.perform(maya, { referralId: withdrawn, askedBy: 'caregiver', channel: 'phone' }),
  )
  story.clock.set('2026-11-17T18:00:00Z')
  must(await answerOneMonth.perform(noor(), { referralId: engaged, engaged: 'yes' }))
  must(await answerOneMonth.perform(noor(), { referralId: stopped, engaged: 'no' }))
}

test('The way to care at a school is what a count by hand of its referrals gives, with the reasons [R080]', async () => {
  await fiveWays(story)
  const { steps = [] } = await lookFunnel.see(story.being('ruth'), {})
  expect(steps.map(({ step, reached, lost, underWay }) => [step, reached, lost, underWay])).toEqual([
    ['referred', 5, 1, 0],
    ['received', 4, 0, 1],
    ['accepted', 3, 0, 0],
    ['scheduled', 3, 1, 0],
    ['seen', 2, 1, 0],
    ['engaged', 1, 0, 0],
  ])
  expect(steps.map(({ reasons }) => reasons.map(({ reason }) => reason))).toEqual([
    ['family_choice'],
    [],
    [],
    ['family_choice'],
    ['not_engaged'],
    [],
  ])
  // Nothing of it is of another school.
  expect((await lookFunnel.see(story.being('jonah'), {})).steps?.[0]?.reached).toBe(0)
  const pages = await pagesOf(story)
  const { html } = await pages.get('marcus', '/funnel')
  expect(html).toContain('Not coming any more after one month: 1')
  expect((await pages.get('noor', '/funnel')).status).toBe(403)
  expect(pages.broken).toEqual([])
  await pages.close()
})
