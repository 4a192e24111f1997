import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { revokeConsent } from '#consent/revoke-consent.ts'
import { families, type FamilyKey } from '#tests/riverside/families.ts'
import { perform } from '#tests/riverside/stories/teller.ts'
import { contact, guestInside, type GuestStory, guestStory } from '#tests/support/guest-story.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let story: GuestStory
beforeAll(async () => {
  story = await guestStory()
})
afterAll(() => story.close())

const invented = `/answer/${'a'.repeat(43)}`
const plain = (html: string, door: string) =>
  html.replaceAll(door, '').replaceAll(/value="[0-9a-f]{8}-[0-9a-f-]{27}"/g, '')
const left = () =>
  story.rows(`select (select count(*)::int from audit_event) as events,
    (select count(*)::int from message) as messages,
    (select string_agg(l::text, ' ' order by l.id) from guest_link l) as links`)
const linkOf = async (referralId: string) =>
  (
    await story.rows('select * from guest_link where referral_id = $1 order by asked_at desc', [referralId])
  )[0]
const statusesOf = (referralId: string) =>
  story.rows(
    'select status, entered_by, source from referral_status where referral_id = $1 order by entered_at, id',
    [referralId],
  )

const named = { clinicianId: '', clinicianName: 'Tomas Rivera', credential: 'LCSW' }
const place = { kind: 'assessment', minutes: '60', modality: 'in_person', place: '214 Cedar Street' }
const times = { ...place, 'first.onDay': '2026-10-15', 'first.atTime': '16:30' }
/** What the trail says the contact changed about a student. */
async function tracesOf(family: FamilyKey): Promise<string[]> {
  const traces = await story.rows<{ name: string }>(
    `select distinct name from audit_event where person_id = $1 and student_id = $2 and kind = 'change'`,
    [story.contactId, families[family].id],
  )
  return traces.map(({ name }) => name)
}

describe('A link for an agency without an account', () => {
  test('is not used up by what looks at mail: opening it changes nothing, and says the same of every link', async () => {
    const { door, referralId } = await story.sent('sofia')
    expect(door).not.toBe('')
    const before = await left()
    const doors = [door, invented, '/answer/x']
    const opened = await Promise.all(doors.map((url) => story.newPhone().get(url)))
    await Promise.all([story.newPhone().get(door), story.newPhone().get(door)])
    expect(await left()).toEqual(before)
    expect(new Set(opened.map(({ html }, at) => plain(html, doors[at] ?? ''))).size).toBe(1)
    expect(opened[0]?.html).not.toMatch(/Sofia|Alder Creek|Cedar|referral/i)
    const asked = await Promise.all([door, invented].map((url) => story.newPhone().post(`${url}/codes`, {})))
    expect(plain(asked[0]?.html ?? '', door)).toBe(plain(asked[1]?.html ?? '', invented))
    const tried = await Promise.all(
      [door, invented].map((url) => story.newPhone().post(url, { code: '000000' })),
    )
    expect(tried.map(({ status }) => status)).toEqual([422, 422])
    expect(plain(tried[0]?.html ?? '', door)).toBe(plain(tried[1]?.html ?? '', invented))
    expect((await story.newPhone().get(`/inbox/${referralId}`)).status).toBe(401)
  })

  test('goes to one address and its code to another, and neither stands in the database', async () => {
    const { door, referralId } = await story.sent('kayla')
    const { code } = await story.codeFor(story.newPhone(), door)
    expect(code).toMatch(/^\d{6}$/)
    expect(story.posting.mail.at(-1)).toMatchObject({ to: contact.email })
    expect(story.posting.texts.at(-1)?.to).toBe(contact.phone)
    expect(story.posting.mail.filter(({ text }) => text.includes(code))).toEqual([])
    const kept = JSON.stringify([await linkOf(referralId), await story.posting.messages()])
    expect(kept).not.toContain(door.slice('/answer/'.length))
    expect(kept).not.toContain(code)
  })

  test('lets the contact confirm, accept and offer times, all of it under their name [R032]', async () => {
    const { phone, page, referralId } = await guestInside(story, 'theo')
    const shown = await phone.get(page)
    expect(shown.html).toContain('Confirm receipt')
    expect(shown.html).not.toContain('href="/inbox"')
    expect((await phone.send(page, `${page}/receipt`, {})).location).toBe(`${page}#answer`)
    expect((await phone.send(page, `${page}/acceptance`, named)).location).toBe(`${page}#answer`)
    expect((await phone.send(page, `${page}/times`, times)).status).toBe(303)
    const by = { entered_by: story.contactId, source: 'partner' }
    expect(await statusesOf(referralId)).toEqual([
      { status: 'received', ...by },
      { status: 'accepted', ...by },
    ])
    const changed = ['referral.received', 'referral.accepted', 'referral.times_offered']
    expect(await tracesOf('theo')).toEqual(expect.arrayContaining(changed))
    const read = 'select kind, items from disclosure_reading where read_by = $1'
    const view = { kind: 'portal_view', items: expect.arrayContaining(['identity']) }
    expect(await story.rows(read, [story.contactId])).toContainEqual(view)
    const atSchool = await story.pages.get('maya', `/referrals/${referralId}`)
    expect(atSchool.html).toContain(contact.name)
  })

  test('takes what came of the visit by another link, weeks on, and thanks', async () => {
    const { phone, page, referralId, walk } = await guestInside(story, 'liam')
    await phone.send(page, `${page}/acceptance`, named)
    await walk.arrange({ on: '2026-10-15' })
    story.clock.set(new Date('2026-10-16T18:00:00Z'))
    const door = await story.sentAgain(referralId)
    const again = story.newPhone()
    const { code } = await story.codeFor(again, door)
    await again.post(door, { code })
    const visit = `${page}/visits/${walk.appointmentId}/result`
    expect((await again.send(page, visit, { result: 'attended' })).location).toBe('/inbox')
    expect((await again.get('/inbox')).location).toBe('/answer/done')
    expect((await again.get('/answer/done')).html).toContain('Your answer has arrived')
    const by = { entered_by: story.contactId, source: 'partner' }
    expect((await statusesOf(referralId)).at(-1)).toEqual({ status: 'first_appointment_completed', ...by })
    expect(await tracesOf('liam')).toContain('appointment.attended')
  })

  test('takes a no with a reason of the list, and none without', async () => {
    const { phone, page, referralId } = await guestInside(story, 'mateo')
    expect((await phone.send(page, `${page}/decline`, {})).status).toBe(409)
    const words = await phone.send(page, `${page}/decline`, { reason: 'capacity', note: 'She is too ill' })
    expect(words.status).toBe(422)
    const reason = { reason: 'capacity' }
    expect((await phone.send(page, `${page}/decline`, reason)).location).toBe('/inbox')
    expect(await statusesOf(referralId)).toEqual([
      { status: 'not_accepted', entered_by: story.contactId, source: 'partner' },
    ])
  })

  test('shows what was consented to, and nothing of it from the request after the yes was taken back', async () => {
    const { phone, page, referralId } = await guestInside(story, 'lena')
    const before = await phone.get(page)
    expect(before.html).toContain('Lena')
    const [consent] = await story.rows<{ id: string }>(
      `select c.id from consent c join consent_answer a on a.consent_id = c.id and a.district_id = c.district_id
       where c.referral_id = $1 and a.scope = 'referral_disclosure'`,
      [referralId],
    )
    const given = { consentId: consent?.id, askedBy: 'Mother', channel: 'phone' }
    await perform(story.being('maya'), revokeConsent, given)
    const after = await phone.get(page)
    expect(after.status).toBe(200)
    expect(after.html).not.toContain('Lena')
    expect(after.html).toContain('The family ended consent')
    expect((await phone.send(page, `${page}/receipt`, {})).status).toBe(409)
    expect(await statusesOf(referralId)).toEqual([])
    expect((await phone.send(page, `${page}/stop`, {})).location).toBe('/inbox')
    const stops = 'select acknowledged_by from stop_notice where referral_id = $1'
    expect(await story.rows(stops, [referralId])).toEqual([{ acknowledged_by: story.contactId }])
  })

  test('opens the one referral and no other page of the agency', async () => {
    const other = await story.sent('hana')
    const { phone } = await guestInside(story, 'ada')
    const elsewhere = [
      `/inbox/${other.referralId}`,
      `/referrals/${other.referralId}`,
      '/search',
      '/agency',
      '/today',
    ]
    for (const url of elsewhere) expect([401, 303, 404]).toContain((await phone.get(url)).status)
    for (const url of elsewhere) expect((await phone.get(url)).html).not.toContain('Hana')
  })
})
