import { afterAll, beforeAll, expect, test } from 'vitest'
import { consentsPage } from '#consent/consents-page.ts'
import { recordConsent } from '#consent/record-consent.ts'
import { lookStudent } from '#coordination/look-student.ts'
import { choosePartner } from '#handoffs/choose-partner.ts'
import { contactsPage } from '#handoffs/contacts-page.ts'
import { handoffPage } from '#handoffs/handoff-page.ts'
import { logContact } from '#handoffs/log-contact.ts'
import { recordConversation } from '#handoffs/record-conversation.ts'
import { blockAccess } from '#people/block-access.ts'
import { lookBlocks } from '#people/look-blocks.ts'
import { acceptReferral } from '#referrals/accept-referral.ts'
import { lookPacket } from '#referrals/look-packet.ts'
import { cast } from '../riverside/cast.ts'
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

test('that she is not to be told anything is said to who cares for the student, and why is not', async () => {
  const { full } = await lookStudent.see(story.being('jonah'), { studentId: felix.id })
  expect(full?.notTold).toEqual([{ name: mother?.name, relationship: 'mother' }])
  const said = JSON.stringify(await lookStudent.see(story.being('priya'), { studentId: felix.id }))
  expect(said).toContain(mother?.name)
  expect(said).not.toMatch(/custody|Docket|access\.blocked/)
  for (const key of ['jonah', 'priya', 'helen', 'olive'] as const)
    await expect(lookBlocks.see(story.being(key), { studentId: felix.id })).rejects.toThrow('not_allowed')
})

test('why is read by who answers for it, and by the principal of the school, who keeps nobody away', async () => {
  const kept = { kind: 'custody', documentReference: 'Docket 7', personName: mother?.name }
  const { blocks } = await lookBlocks.see(story.being('leila'), { studentId: felix.id })
  expect(blocks).toMatchObject([kept])
  // Of Alder Creek, where Theo is.
  const order = { studentId: families.theo.id, personId: cast.karen.id, kind: 'conflict_of_interest' }
  story.must(await blockAccess.perform(story.being('leila'), order))
  const read = await lookBlocks.see(story.being('marcus'), { studentId: families.theo.id, who: 'Okafor' })
  expect(read).toMatchObject({ blocks: [{ kind: 'conflict_of_interest' }], mayKeep: false, found: [] })
  expect(
    (await lookBlocks.see(story.being('leila'), { studentId: felix.id, who: 'Okafor' })).found,
  ).not.toEqual([])
  await expect(blockAccess.perform(story.being('marcus'), order)).rejects.toThrow('not_allowed')
  await expect(lookBlocks.see(story.being('marcus'), { studentId: felix.id })).rejects.toThrow('not_found')
})

test('a clinician who is kept from the student is offered to nobody at the agency, and answers for nothing', async () => {
  const offered = async () =>
    (await lookPacket.see(story.being('noor'), { referralId })).choices?.clinicians.map(({ id }) => id)
  expect(await offered()).toContain(cast.tomas.id)
  const order = { studentId: felix.id, personId: cast.tomas.id, kind: 'conflict_of_interest' }
  story.must(await blockAccess.perform(story.being('leila'), order))
  expect(await offered()).not.toContain(cast.tomas.id)
  const named = { referralId, clinicianId: cast.tomas.id, credential: 'LCSW' }
  expect(await acceptReferral.perform(story.being('noor'), named)).toMatchObject({ done: false })
})

test('a caregiver who is not to be contacted is in no list of whom to talk with, and is still asked for an answer', async () => {
  const id = await story.decide('sofia')
  const [first] = families.sofia.caregivers
  const offered = async () => {
    const { caregivers } = await contactsPage.see(story.being('maya'), { referralId: id })
    const page = await handoffPage.see(story.being('maya'), { referralId: id })
    return [...caregivers, ...page.caregivers].map((each) => each.id)
  }
  expect(await offered()).toContain(first?.id)
  await story.admin.query(`begin; set local session_replication_role = replica;
    update caregiver set contact_rule = 'do_not_contact' where id = '${first?.id}'; commit`)
  expect(await offered()).not.toContain(first?.id)
  const tried = { referralId: id, mode: 'phone', language: 'es', result: 'reached', caregiverId: first?.id }
  const refusal = { done: false, because: ['not_a_caregiver'] }
  expect(await logContact.perform(story.being('maya'), tried)).toEqual(refusal)
  const talk = {
    referralId: id,
    mode: 'phone',
    language: 'es',
    caregiverId: first?.id,
    studentTookPart: 'yes',
  }
  expect(await recordConversation.perform(story.being('maya'), talk)).toEqual(refusal)
  const chosen = { referralId: id, partnerId: partners.cedarStreet.id }
  story.must(await choosePartner.perform(story.being('maya'), chosen))
  const { caregivers: asked } = await consentsPage.see(story.being('maya'), { referralId: id })
  expect(asked.map((each) => each.id)).toContain(first?.id)
})
