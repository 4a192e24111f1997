import { afterAll, beforeAll, expect, test } from 'vitest'
import { lookCoordinators } from './look-coordinators.ts'
import { partners } from '#tests/riverside/places.ts'
import { revokeConsent } from '#consent/revoke-consent.ts'
import { type AgencyStory, agencyStory } from '#tests/support/agency-story.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { lookPacket } from '#referrals/look-packet.ts'
import { postMilestone } from '#referrals/post-milestone.ts'
import { referralPage } from '#referrals/referral-page.ts'

let story: AgencyStory
let referralId: string
beforeAll(async () => {
  story = await agencyStory()
  referralId = (await story.seen('sofia')).referralId
})
afterAll(() => story.close())

const post = (given: object, of = referralId) =>
  postMilestone.perform(story.being('noor'), {
    referralId: of,
    milestone: 'plan_completed',
    reachedOn: '2026-10-13',
    ...given,
  })
const atSchool = async (of = referralId) =>
  (await referralPage.see(story.being('maya'), { referralId: of })).full?.milestones
const cedar = async () => {
  const { counts } = await lookCoordinators.see(story.being('ruth'), {})
  const { inCare, planned, reached } = counts.find(
    ({ partnerId }) => partnerId === partners.cedarStreet.id,
  ) ?? { inCare: 0 }
  return { inCare, planned, reached }
}

test('the provider tells when plan and first milestone are reached; figures move, and the school reads it while consented [R164]', async () => {
  expect(await cedar()).toEqual({ inCare: 1, planned: 0, reached: 0 })
  expect(await post({ milestone: 'first_reached' })).toMatchObject({ because: ['plan_first'] })
  story.must(await post({}))
  story.must(await post({ milestone: 'first_reached' }))
  expect(await cedar()).toEqual({ inCare: 1, planned: 1, reached: 1 })
  expect(await atSchool()).toMatchObject([
    { milestone: 'plan_completed', reachedOn: '2026-10-13' },
    { milestone: 'first_reached', reachedOn: '2026-10-13' },
  ])
  const { milestones } = await lookPacket.see(story.being('noor'), { referralId })
  expect(milestones).toHaveLength(2)

  // Without the family’s yes nothing is told, and what was told before is on no page of the school.
  const pages = await pagesOf(story)
  const page = async () => (await pages.get('maya', `/referrals/${referralId}`)).html
  expect(await page()).toContain('The first milestone of treatment is reached')
  const [yes] = await story.rows(
    `select a.consent_id as id from consent c join consent_answer a on a.consent_id = c.id
     where c.referral_id = $1 and a.scope = 'status_feedback'`,
    referralId,
  )
  const revocation = { consentId: yes?.['id'], channel: 'phone', askedBy: 'The mother' }
  story.must(await revokeConsent.perform(story.being('maya'), revocation))
  expect(await post({ milestone: 'plan_completed' })).toMatchObject({
    because: expect.arrayContaining(['not_shared']),
  })
  expect(await atSchool()).toEqual([])
  expect(await page()).not.toContain('milestone of treatment')
  expect(await cedar()).toMatchObject({ planned: 1, reached: 1 })
})

test('a day is all that fits through: a word about the treatment is turned away', async () => {
  await expect(post({ note: 'doing better' })).rejects.toMatchObject({ code: 'not_valid' })
})
