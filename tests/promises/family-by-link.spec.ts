import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { recordConsent } from '#consent/record-consent.ts'
import { families, type FamilyKey } from '#tests/riverside/families.ts'
import { partners } from '#tests/riverside/places.ts'
import { perform } from '#tests/riverside/stories/teller.ts'
import { type LinkStory, linkStory } from '#tests/support/link-story.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let story: LinkStory
beforeAll(async () => {
  story = await linkStory()
})
afterAll(() => story.close())

const page = '/family'
const partnerId = partners.cedarStreet.id
const linksOf = (family: FamilyKey, caregiverId: string) =>
  `/students/${families[family].id}/caregivers/${caregiverId}`

/** A caregiver who agreed by phone, was sent the link from their page, and came in by it. */
async function inside(family: FamilyKey, as: 'maya' | 'jonah') {
  const walk = await story.begun(family)
  const caregiverId = await story.reach(family)
  const how = { method: 'phone_witnessed', witness: 'Grace Lindholm', language: 'en', endsOn: '2027-06-30' }
  const answers = { referral_disclosure: 'yes', status_feedback: 'yes' }
  const given = { referralId: walk.referralId, caregiverId, ...how, answers }
  await perform(story.being(walk.navigator), recordConsent, given)
  const sent = await story.pages.post(as, `${linksOf(family, caregiverId)}/links`, {})
  expect(sent.status).toBe(303)
  const { phone, reply } = await story.comesIn(await story.received(), families[family].born)
  expect(reply.location).toBe(`${page}?lang=en`)
  return { walk, caregiverId, phone }
}

describe('The page of a family, by link', () => {
  test('says in three languages what is shared and with whom, and that it was read stands in the record', async () => {
    const { phone, caregiverId } = await inside('sofia', 'maya')
    const read = async (lang: string) => (await phone.get(`${page}?lang=${lang}`)).html
    expect(await read('en')).toContain('What is shared about Sofia')
    expect(await read('es')).toContain('Lo que se comparte sobre Sofia')
    const arabic = await read('ar')
    expect(arabic).toMatch(/<html lang="ar" dir="rtl"/)
    expect(arabic).toContain('ما تتم مشاركته عن Sofia')
    expect(arabic).toContain('سبب طلب المساعدة، بكلمات عامة')
    expect(arabic).toContain(partners.cedarStreet.name)
    const readings = await story.rows(
      `select r.kind from disclosure_reading r join family_link l on l.person_id = r.read_by
       where l.caregiver_id = $1 and r.kind = 'family_view'`,
      [caregiverId],
    )
    expect(readings).toHaveLength(3)
    const shown = await story.pages.get('maya', linksOf('sofia', caregiverId))
    expect(shown.html).toContain('Opened.')
  })

  test('stops what is shared with two presses: at that instant, under their name, and the agency hears it [R130]', async () => {
    const { phone, walk } = await inside('lena', 'maya')
    await walk.talk()
    await walk.send()
    const sent = await phone.send(page, '/family/stops', { partnerId, language: 'ar' })
    expect(sent.location).toBe(`${page}?lang=ar`)
    expect((await phone.get(`${page}?lang=en`)).html).toContain('Stopped on')
    const ended = await story.rows(
      `select r.channel, r.recorded_by = l.person_id as theirs from consent_revocation r
       join consent c on c.id = r.consent_id join family_link l on l.student_id = c.student_id
       where c.referral_id = $1`,
      [walk.referralId],
    )
    expect(ended).toEqual([{ channel: 'family_page', theirs: true }])
    const told = await story.rows('select kind from notice where subject_id = $1', [walk.referralId])
    expect(told).toContainEqual({ kind: 'sharing_stopped' })
    const shown = await story.pages.get('maya', `/referrals/${walk.referralId}/consents`)
    expect(shown.html).toContain('Taken back')
    const again = await phone.send(page, '/family/stops', { partnerId, language: 'en' })
    expect(again.status).toBe(409)
    expect(again.html).toContain('Nothing is shared with them any more.')
  })

  test('stops nothing that the student alone reads, and says nothing of it', async () => {
    const walk = await story.begun('amal')
    await story.ruleForMinors()
    await perform(story.being('jonah'), recordConsent, {
      referralId: walk.referralId,
      grantorKind: 'student',
      care: 'mental_health',
      method: 'paper',
      documentReference: 'Cabinet',
      language: 'en',
      endsOn: '2027-06-30',
      answers: { services: 'yes', status_feedback: 'yes' },
    })
    const caregiverId = await story.reach('amal')
    await story.pages.post('jonah', `${linksOf('amal', caregiverId)}/links`, {})
    const { phone } = await story.comesIn(await story.received(), families.amal.born)
    const { html } = await phone.get(page)
    expect(html).toContain('Nothing is shared with anybody outside the school.')
    expect(html).not.toContain(partners.cedarStreet.name)
    expect((await phone.send(page, '/family/stops', { partnerId, language: 'en' })).status).toBe(409)
    expect(await story.rows('select from consent_revocation')).toHaveLength(1)
  })
})
