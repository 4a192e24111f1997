import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { families } from '#tests/riverside/families.ts'
import { cast } from '#tests/riverside/cast.ts'
import { contact, guestInside, type GuestStory, guestStory } from '#tests/support/guest-story.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let story: GuestStory
beforeAll(async () => {
  story = await guestStory()
})
afterAll(() => story.close())

const contactsAt = () => `/partners/${story.partnerId}/contacts`

/** A contact of before phones were asked for, or one whose phone is some other now. */
async function phoneIs(phone: string | null) {
  await story.rows('begin')
  await story.rows('set local session_replication_role = replica')
  await story.rows('update person set phone = $1 where id = $2', [phone, story.contactId])
  await story.rows('commit')
}

describe('Somebody who answers by link', () => {
  test('is sent nothing while there is no phone, and the school and the district read so', async () => {
    await phoneIs(null)
    const mails = story.posting.mail.length
    const { referralId } = await story.sent('hana')
    expect(story.posting.mail).toHaveLength(mails)
    const atSchool = await story.pages.get('maya', `/referrals/${referralId}/agency-links`)
    expect(atSchool.html).toContain('Not sent:')
    expect((await story.pages.get('yolanda', contactsAt())).html).toContain('they are sent no link')
    await phoneIs(contact.phone)
    expect(await story.sentAgain(referralId)).not.toBe('')
  })

  test('gets no code by mail, also where the phone went after the link was sent', async () => {
    const { door } = await story.sent('kayla')
    await phoneIs(null)
    const before = { mail: story.posting.mail.length, texts: story.posting.texts.length }
    const asked = await story.newPhone().post(`${door}/codes`, {})
    expect(asked.html).toContain('a code is on its way')
    await story.posting.round()
    expect(story.posting.mail).toHaveLength(before.mail)
    expect(story.posting.texts).toHaveLength(before.texts)
    await phoneIs(contact.phone)
  })

  test('reads at the door where the code goes', async () => {
    const { html } = await story.newPhone().get(`/answer/${'a'.repeat(43)}`)
    expect(html).toContain('We text a code to your mobile phone')
  })
})

describe('Whoever signs in at a browser that somebody came in at by a link', () => {
  test('is themselves on that referral: what they do stands under their own name', async () => {
    const { phone, page, referralId } = await guestInside(story, 'theo')
    expect((await phone.get(page)).html).toContain('/answer/leave')
    phone.signsIn('noor')
    const shown = await phone.get(page)
    expect(shown.html).toContain(families.theo.given)
    expect(shown.html).not.toContain('/answer/leave')
    expect((await phone.send(page, `${page}/receipt`, {})).status).toBe(303)
    const entered = 'select entered_by from referral_status where referral_id = $1'
    expect(await story.rows(entered, [referralId])).toEqual([{ entered_by: cast.noor.id }])
    const traces = 'select 1 from audit_event where person_id = $1 and kind = $2 and student_id = $3'
    expect(await story.rows(traces, [story.contactId, 'change', families.theo.id])).toEqual([])
  })
})

// The last: from then on two contacts are written to.
describe('A new contact', () => {
  test('is written down with a mobile phone, or not at all', async () => {
    const abel = { name: 'Abel Quist', email: 'abel@openlot.example' }
    const post = (phone: string) => story.pages.post('yolanda', contactsAt(), { ...abel, phone })
    const form = (await story.pages.get('yolanda', contactsAt())).html
    expect(form).toContain('never to the email')
    for (const phone of ['', '555-0177', '206-555-0177 x12', 'abel@openlot.example']) {
      const { status, html } = await post(phone)
      expect([phone, status]).toEqual([phone, 422])
      expect(html).toMatch(/Give (?:their mobile|a mobile|a) phone/)
    }
    expect(await story.rows('select id from person where email = $1', [abel.email])).toEqual([])
    expect((await post('206-555-0178')).status).toBe(303)
    expect((await story.pages.get('yolanda', contactsAt())).html).toContain('206-555-0178')
  })
})
