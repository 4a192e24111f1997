import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { endAssignment } from '#district/end-assignment.ts'
import { registerContact } from '#guests/register-contact.ts'
import { suspendAgreement } from '#partnership/suspend-agreement.ts'
import { agreementId } from '#tests/riverside/agency-rows.ts'
import { perform } from '#tests/riverside/stories/teller.ts'
import { contact, guestInside, type GuestStory, guestStory } from '#tests/support/guest-story.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let story: GuestStory
beforeAll(async () => {
  story = await guestStory()
})
afterAll(() => story.close())

const linkOf = async (referralId: string) =>
  (
    await story.rows('select * from guest_link where referral_id = $1 order by asked_at desc', [referralId])
  )[0]

describe('A link for an agency ends', () => {
  test('with a code: one opens once, for ten minutes, and three are sent in a quarter of an hour', async () => {
    const { door, phone } = await guestInside(story, 'diego')
    const began = story.clock.now()
    const later = (minutes: number) => story.clock.set(new Date(began.getTime() + minutes * 60_000))
    const used = /\b\d{6}\b/.exec(story.posting.texts.at(-1)?.text ?? '')?.[0] ?? ''
    expect((await phone.post(door, { code: used })).status).toBe(422)
    const { code } = await story.codeFor(phone, door)
    later(10)
    expect((await phone.post(door, { code })).status).toBe(422)
    later(11)
    await story.codeFor(phone, door)
    const texts = story.posting.texts.length
    await story.codeFor(phone, door)
    expect(story.posting.texts).toHaveLength(texts)
    later(0)
  })

  test('after fifteen wrong codes, also for the right one, and says so at school', async () => {
    const { door, referralId } = await story.sent('amal')
    const phone = story.newPhone()
    const { code } = await story.codeFor(phone, door)
    const wrong = code === '000000' ? '000001' : '000000'
    for (const _ of [1, 2, 3, 4, 5]) expect((await phone.post(door, { code: wrong })).status).toBe(422)
    expect((await phone.post(door, { code })).status).toBe(422)
    for (const _ of Array.from({ length: 9 })) await phone.post(door, { code: wrong })
    expect(await linkOf(referralId)).toMatchObject({ closed_because: 'guessed', opened_at: null })
  })

  test('when the school takes it back, and when a newer one is sent', async () => {
    const { phone, page, referralId } = await guestInside(story, 'ruben')
    await story.sentAgain(referralId)
    const out = await phone.get(page)
    expect(out.status).toBe(401)
    expect(out.html).toContain('This page is closed')
    expect(out.html).not.toContain('/sign-in')
    const links = `/referrals/${referralId}/agency-links`
    const [row] = await story.rows<{ id: string }>(
      'select id from guest_link where referral_id = $1 and closed_at is null',
      [referralId],
    )
    expect((await story.pages.post('maya', `${links}/${row?.id}/withdrawal`, {})).status).toBe(303)
    expect((await story.pages.get('maya', links)).html).toContain('Taken back.')
  })

  test('at the next request when whoever it is for leaves', async () => {
    const { phone, page } = await guestInside(story, 'ivy')
    expect((await phone.get(page)).status).toBe(200)
    const whose = 'select id from assignment where person_id = $1'
    const [assignment] = await story.rows<{ id: string }>(whose, [story.contactId])
    await perform(story.being('yolanda'), endAssignment, { assignmentId: assignment?.id })
    expect((await phone.get(page)).status).toBe(401)
  })

  test('at the next request when the agreement is suspended', async () => {
    const another = { name: 'Abel Quist', email: 'abel@openlot.example', partnerId: story.partnerId }
    await perform(story.being('yolanda'), registerContact, { ...another, phone: contact.phone })
    const { phone, page } = await guestInside(story, 'zoe')
    expect((await phone.get(page)).status).toBe(200)
    const suspended = { agreementId: agreementId(story.partnerId) }
    await perform(story.being('yolanda'), suspendAgreement, suspended)
    expect((await phone.get(page)).status).toBe(401)
  })
})
