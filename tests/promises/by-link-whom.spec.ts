import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { recordConsent } from '#consent/record-consent.ts'
import { blockAccess } from '#people/block-access.ts'
import { updateCaregiver } from '#people/update-caregiver.ts'
import { newId } from '#platform/ids.ts'
import { families, type FamilyKey } from '#tests/riverside/families.ts'
import { perform } from '#tests/riverside/stories/teller.ts'
import { hiddenIn } from '#tests/support/link-phone.ts'
import { comeInside, type LinkStory, linkStory } from '#tests/support/link-story.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let story: LinkStory
beforeAll(async () => {
  story = await linkStory()
})
afterAll(() => story.close())

const page = '/family/consent'
const yes = { 'answers.referral_disclosure': 'yes', 'answers.status_feedback': 'yes' }
const answered = { ...yes, signature: 'Somebody', language: 'en' }

/** What staff write down of a caregiver, changed. */
async function change(family: FamilyKey, caregiverId: string, changed: object) {
  const [held] = await story.rows('select version, name from caregiver where id = $1', [caregiverId])
  const reached = { phone: '206-555-0130', language: 'en', contactRule: 'any', contactHours: '' }
  const may = { relationship: 'mother', authority: 'may_consent' }
  const whose = { studentId: families[family].id, caregiverId }
  await perform(story.being('maya'), updateCaregiver, { ...whose, ...held, ...reached, ...may, ...changed })
}

describe('Whom a link is for', () => {
  test('an order closes it at the next request', async () => {
    const { phone, linkId } = await comeInside(story, 'ruben')
    expect((await phone.get(page)).status).toBe(200)
    const [link] = await story.rows('select person_id from family_link where id = $1', [linkId])
    const order = { studentId: families.ruben.id, kind: 'custody', documentReference: 'Docket 7' }
    await perform(story.being('leila'), blockAccess, { ...order, personId: link?.['person_id'] })
    for (const url of [page, '/family']) expect((await phone.get(url)).status, url).toBe(401)
  })

  test('so does it that they may not consent any more', async () => {
    const { phone, caregiverId } = await comeInside(story, 'tessa')
    expect((await phone.get(page)).status).toBe(200)
    await change('tessa', caregiverId, { authority: 'may_not_consent' })
    expect((await phone.get(page)).status).toBe(401)
  })

  test('two caregivers of one child read nothing of each other, and answer for nobody else', async () => {
    const walk = await story.begun('felix')
    const [mother, father] = [await story.reach('felix'), await story.reach('felix', 1)]
    const hersId = await story.ask(walk, mother)
    const { phone: hers } = await story.comesIn(await story.received(), families.felix.born)
    const hisId = await story.ask(walk, father)
    const { phone: his } = await story.comesIn(await story.received(), families.felix.born)
    const [shown, other] = [(await hers.get(page)).html, (await his.get(page)).html]
    expect([hiddenIn(shown, 'linkId'), hiddenIn(other, 'linkId')]).toEqual([hersId, hisId])
    for (const secret of ['Andre', '0131', hisId]) expect(shown).not.toContain(secret)
    for (const secret of ['Claire', '0130', hersId]) expect(other).not.toContain(secret)
    expect((await his.send(page, page, { ...answered, linkId: hersId })).status).toBe(404)
    expect(await story.rows('select from consent where referral_id = $1', [walk.referralId])).toEqual([])
  })

  test('what a student agrees to alone ends it, and nothing of that is read', async () => {
    const { walk, phone, linkId } = await comeInside(story, 'amal')
    expect((await phone.get(page)).status).toBe(200)
    await story.ruleForMinors()
    await perform(story.being(walk.navigator), recordConsent, {
      referralId: walk.referralId,
      grantorKind: 'student',
      care: 'mental_health',
      method: 'paper',
      documentReference: 'Cabinet',
      language: 'en',
      endsOn: '2027-06-30',
      answers: { services: 'yes', status_feedback: 'yes' },
    })
    for (const url of [page, '/family']) expect((await phone.get(url)).status, url).toBe(401)
    const sent = await phone.post(page, { _csrf: '', _key: newId(), linkId, ...answered })
    expect(sent.status).toBe(401)
  })

  test('they are nobody anywhere else in the house, and nobody once they have left', async () => {
    const { phone } = await comeInside(story, 'lena')
    for (const url of ['/today', '/account', `/students/${families.lena.id}`, '/referrals'])
      expect([401, 404], url).toContain((await phone.get(url)).status)
    expect((await phone.get('/family')).status).toBe(200)
    const left = await phone.send(page, '/family/leave', {})
    expect(left.headers['refresh']).toContain('weather.gov')
    expect(left.headers['clear-site-data']).toContain('cache')
    expect((await phone.get('/family')).status).toBe(401)
  })
})

describe('What is safe for a caregiver', () => {
  test('is asked when the link goes out: whoever is only to be called gets nothing, and the navigator reads why', async () => {
    const walk = await story.begun('owen')
    const caregiverId = await story.reach('owen')
    await story.ask(walk, caregiverId)
    const before = story.posting.texts.length
    await change('owen', caregiverId, { contactRule: 'call_only' })
    await story.posting.round()
    expect(story.posting.texts).toHaveLength(before)
    const shown = await story.pages.get('maya', `/referrals/${walk.referralId}/consents`)
    expect(shown.html).toContain('Not sent: this person is to be called.')
    await change('owen', caregiverId, {})
    await story.ask(walk, caregiverId)
    expect(await story.received()).not.toBe('')
    expect(story.posting.texts).toHaveLength(before + 1)
  })
})
