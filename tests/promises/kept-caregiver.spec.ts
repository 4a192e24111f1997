import { afterAll, beforeAll, expect, test } from 'vitest'
import { consentsPage } from '#consent/consents-page.ts'
import { recordConsent } from '#consent/record-consent.ts'
import { lookStudent } from '#coordination/look-student.ts'
import { choosePartner } from '#handoffs/choose-partner.ts'
import { contactsPage } from '#handoffs/contacts-page.ts'
import { handoffPage } from '#handoffs/handoff-page.ts'
import { blockAccess } from '#people/block-access.ts'
import { sendReferral } from '#referrals/send-referral.ts'
import { families } from '../riverside/families.ts'
import { partners } from '../riverside/places.ts'
import { referralStory, type Story } from '../support/referral-story.ts'

const { felix } = families
const [mother, father] = felix.caregivers
let story: Story
let referralId: string
beforeAll(async () => {
  story = await referralStory()
  referralId = await story.decide('felix', { by: 'priya', navigator: 'jonah' })
  const chosen = { referralId, partnerId: partners.cedarStreet.id }
  story.must(await choosePartner.perform(story.being('jonah'), chosen))
})
afterAll(() => story.close())

/** Everybody the pages of the navigator name as somebody to call or to ask. */
async function named(): Promise<string[]> {
  const jonah = story.being('jonah')
  const student = await lookStudent.see(jonah, { studentId: felix.id })
  const { caregivers: asked } = await consentsPage.see(jonah, { referralId })
  const { caregivers: called } = await handoffPage.see(jonah, { referralId })
  const { caregivers: logged } = await contactsPage.see(jonah, { referralId })
  const all = [...(student.full?.caregivers ?? []), ...asked, ...called, ...logged]
  return [...new Set(all.map(({ name }) => name))].toSorted()
}

const said = { method: 'phone_witnessed', witness: 'Grace', language: 'en', endsOn: '2027-06-30' }
const answer = (caregiverId: string | undefined) =>
  recordConsent.perform(story.being('jonah'), {
    referralId,
    caregiverId,
    ...said,
    answers: { referral_disclosure: 'yes', status_feedback: 'yes' },
  })

test('a caregiver who is kept away is named as nobody to call or ask, and answers nothing', async () => {
  expect(await named()).toEqual(
    [father?.name ?? '', mother?.name ?? ''].toSorted((one, other) => one.localeCompare(other)),
  )
  const order = { studentId: felix.id, personId: mother?.id, kind: 'custody', documentReference: 'Docket 7' }
  story.must(await blockAccess.perform(story.being('leila'), order))
  expect(await named()).toEqual([father?.name])
  expect(await answer(mother?.id)).toEqual({ done: false, because: ['not_a_caregiver'] })
})

test('the packet names the other caregiver', async () => {
  story.must(await answer(father?.id))
  story.must(await sendReferral.perform(story.being('jonah'), { referralId, caregiverPresent: 'yes' }))
  const { sentPacket } = await handoffPage.see(story.being('jonah'), { referralId })
  expect(sentPacket?.caregiver_contact?.name).toBe(father?.name)
  expect(JSON.stringify(sentPacket)).not.toContain(mother?.name)
})
