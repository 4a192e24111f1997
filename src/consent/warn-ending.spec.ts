import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '#access/actor.ts'
import { referralStory, type Story } from '#tests/support/referral-story.ts'
import { consentsPage } from './consents-page.ts'
import { revokeConsent } from './revoke-consent.ts'
import { warnEnding } from './warn-ending.ts'

let story: Story
beforeAll(async () => {
  story = await referralStory()
})
afterAll(() => story.close())

const began = async (family: 'sofia' | 'owen') => {
  const referralId = await story.decide(family)
  await story.choose(referralId)
  const [consentId = ''] = await story.answer(referralId, family, { referral_disclosure: 'yes' })
  return { referralId, consentId }
}
const warn = (consentId: string) => warnEnding.perform(story.as(systemActor(story.districtId)), { consentId })
const told = async (referralId: string) => {
  const query = `select p.name from notice n join person p on p.id = n.person_id
    where n.kind = 'consent_ending' and n.subject_id = $1`
  return (await story.admin.query<{ name: string }>(query, [referralId])).rows
}

test('thirty days before a yes ends, its navigator is told, and the page says that it ends soon [R131]', async () => {
  const { referralId, consentId } = await began('sofia')
  const query = `select run_at from graphile_worker._private_jobs where key = $1`
  const { rows } = await story.admin.query(query, [`consent/warn-ending/${consentId}`])
  expect(rows).toEqual([{ run_at: new Date('2027-06-01T07:00:00Z') }])

  const endsSoon = async () => {
    const { shelf } = await consentsPage.see(story.being('maya'), { referralId })
    return shelf.find(({ scope }) => scope === 'referral_disclosure')?.endsSoon
  }
  expect(await endsSoon()).toBe(false)
  story.clock.set('2027-06-01T16:00:00Z')
  expect(await endsSoon()).toBe(true)
  story.must(await warn(consentId))
  expect(await warn(consentId)).toEqual({ done: false, because: ['told_already'] })
  expect(await told(referralId)).toEqual([{ name: 'Maya Okafor' }])
  story.clock.set('2026-10-13T20:30:00Z')
})

test('nobody is told of a consent that was ended before', async () => {
  const { referralId, consentId } = await began('owen')
  const revocation = { consentId, askedBy: 'Colin Marsh', channel: 'phone' }
  story.must(await revokeConsent.perform(story.being('maya'), revocation))
  expect(await warn(consentId)).toEqual({ done: false, because: ['nothing_ending'] })
  expect(await told(referralId)).toEqual([])
})
