import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { withdrawLink } from '#consent/withdraw-link.ts'
import { newId } from '#platform/ids.ts'
import { withdrawReferral } from '#referrals/withdraw-referral.ts'
import { families } from '#tests/riverside/families.ts'
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
const wrong = '2001-01-01'
const yes = { 'answers.referral_disclosure': 'yes', 'answers.status_feedback': 'yes' }
const answered = { ...yes, signature: 'Carmen Delgado', language: 'en' }
const invented = `/family/link/${'a'.repeat(43)}`

/** A page without what is of this one request: the address that was asked for, and keys of forms. */
const plain = (html: string, door: string) =>
  html.replaceAll(door, '').replaceAll(/value="[0-9a-f]{8}-[0-9a-f-]{27}"/g, '')
/** Everything a link leaves in the database, so that what changed is seen. */
const left = () =>
  story.rows(`select count(*)::int as events,
    (select string_agg(l::text, ' ' order by l.id) from family_link l) as links from audit_event`)
const linkRow = async (id: string) =>
  (await story.rows('select * from family_link where id = $1', [id]))[0] ?? {}
const consentsOf = (referralId: string) =>
  story.rows(
    `select c.method, c.language, c.wording_version, c.recorded_by, c.caregiver_id, a.scope, a.answer from consent c
     join consent_answer a on a.consent_id = c.id where c.referral_id = $1 order by a.scope`,
    [referralId],
  )

describe('A link that asks a caregiver', () => {
  test('says the same whether it is wrong, used or invented, and opening it changes nothing', async () => {
    const { door, referralId } = await comeInside(story, 'sofia')
    const before = await left()
    const doors = [door, invented, '/family/link/x']
    const opened = await Promise.all(doors.map((url) => story.pages.get(null, url)))
    expect(await left()).toEqual(before)
    expect(new Set(opened.map(({ html }, at) => plain(html, doors[at] ?? ''))).size).toBe(1)
    const [known, unknown] = await Promise.all([story.comesIn(door, wrong), story.comesIn(invented, wrong)])
    expect([known.reply.status, unknown.reply.status]).toEqual([422, 422])
    expect(plain(known.reply.html, door)).toBe(plain(unknown.reply.html, invented))
    expect(await consentsOf(referralId)).toEqual([])
  })

  test('takes one answer, kept with method, language, wording and who said it; a second finds it used', async () => {
    const { phone, linkId, referralId, caregiverId } = await comeInside(story, 'kayla')
    expect((await phone.get(page)).html).toContain('Why help is asked for, in general words')
    const fields = { ...answered, linkId }
    const both = await Promise.all([phone.send(page, page, fields), phone.send(page, page, fields)])
    const answers = both.map(({ status }) => status)
    expect(answers.toSorted((one, other) => one - other)).toEqual([303, 409])
    const { person_id: person, closed_because: closed } = await linkRow(linkId)
    expect(closed).toBe('answered')
    const kept = await consentsOf(referralId)
    expect(kept).toHaveLength(2)
    const said = { method: 'link', language: 'en', wording_version: 'questions 4', answer: true }
    for (const row of kept)
      expect(row).toMatchObject({ ...said, caregiver_id: caregiverId, recorded_by: person })
    expect((await phone.get(page)).html).toContain('Thank you. We have your answers.')
    const traces = await story.rows(
      `select role, name from audit_event where person_id = $1 and student_id = $2`,
      [person, families.kayla.id],
    )
    expect(traces).toContainEqual({ role: 'caregiver', name: 'consent.answered' })
    expect(traces).toContainEqual({ role: 'caregiver', name: 'consent/asked-by-link' })
    const read = await story.rows('select kind from disclosure_reading where read_by = $1', [person])
    expect(read).toContainEqual({ kind: 'family_view' })
    const told = await story.rows(`select kind from notice where subject_id = $1`, [referralId])
    expect(told).toContainEqual({ kind: 'answered_by_link' })
  })

  test('can be answered with no to everything, without a name', async () => {
    const { phone, linkId, referralId } = await comeInside(story, 'theo')
    const sent = await phone.send(page, page, { linkId, all: 'no', language: 'es' })
    expect(sent.location).toBe(`${page}?lang=es`)
    expect((await consentsOf(referralId)).map(({ answer }) => answer)).toEqual([false, false])
  })

  test('is over after five wrong dates, also for the right one', async () => {
    const walk = await story.begun('hana')
    const linkId = await story.ask(walk, await story.reach('hana'))
    const door = await story.received()
    for (const _ of [1, 2, 3, 4, 5]) expect((await story.comesIn(door, wrong)).reply.status).toBe(422)
    expect((await story.comesIn(door, families.hana.born)).reply.status).toBe(422)
    expect(await linkRow(linkId)).toMatchObject({
      closed_because: 'guessed',
      wrong_tries: 5,
      opened_at: null,
    })
    const shown = await story.pages.get('maya', `/referrals/${walk.referralId}/consents`)
    expect(shown.html).toContain('Ended: the birth date was wrong too often.')
  })

  test('is over when a newer one is sent, and when it is taken back', async () => {
    const { walk, phone, linkId, caregiverId } = await comeInside(story, 'mateo')
    const newer = await story.ask(walk, caregiverId)
    const closed = await phone.get(page)
    expect(closed.status).toBe(401)
    expect(closed.html).toContain('This page is closed')
    expect(closed.html).not.toContain('/sign-in')
    expect(await linkRow(linkId)).toMatchObject({ closed_because: 'replaced' })
    const door = await story.received()
    await perform(story.being('maya'), withdrawLink, { linkId: newer })
    expect((await story.comesIn(door, families.mateo.born)).reply.status).toBe(422)
  })

  test('lets nobody in once its time has run out, nor does what it opened last longer', async () => {
    const { door, phone } = await comeInside(story, 'diego')
    const began = story.clock.now()
    const later = (minutes: number) => story.clock.set(new Date(began.getTime() + minutes * 60_000))
    later(29)
    expect((await phone.get(page)).status).toBe(200)
    later(31)
    expect((await story.comesIn(door, families.diego.born)).reply.status).toBe(422)
    expect((await phone.get(page)).status).toBe(401)
    later(0)
  })

  test('ends at the next request when the referral is withdrawn', async () => {
    const { phone, linkId, referralId } = await comeInside(story, 'ada')
    const { html } = await phone.get(page)
    expect(hiddenIn(html, 'linkId')).toBe(linkId)
    const withdrawn = { referralId, askedBy: 'caregiver', channel: 'phone' }
    await perform(story.being('maya'), withdrawReferral, withdrawn)
    const form = { _csrf: hiddenIn(html, '_csrf'), _key: newId(), linkId }
    expect((await phone.post(page, { ...form, ...answered })).status).toBe(401)
    expect((await phone.get(page)).status).toBe(401)
    expect(await consentsOf(referralId)).toEqual([])
  })
})
