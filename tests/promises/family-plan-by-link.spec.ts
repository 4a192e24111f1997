import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { recordConsent } from '#consent/record-consent.ts'
import { revokeConsent } from '#consent/revoke-consent.ts'
import { resolveBarrier } from '#handoffs/resolve-barrier.ts'
import { cast } from '#tests/riverside/cast.ts'
import { partners } from '#tests/riverside/places.ts'
import { perform } from '#tests/riverside/stories/teller.ts'
import { type LinkStory, linkStory } from '#tests/support/link-story.ts'
import { byLink, insidePlan } from '#tests/support/plan-story.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let story: LinkStory
beforeAll(async () => {
  story = await linkStory()
})
afterAll(() => story.close())

const page = '/family/plan'
const asRead = (html: string) => html.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ')
const visitOf = async (id: string) =>
  (await story.rows('select * from appointment where id = $1', [id]))[0] ?? {}
const nextStep = async (referralId: string) =>
  (await story.rows('select next_step, next_owner from referral where id = $1', [referralId]))[0]
const notices = (referralId: string) =>
  story.rows(`select person_id from notice where kind = 'family_answered' and subject_id = $1`, [referralId])

describe('The plan of a family, by link', () => {
  test('says when, where, with whom and whom to call, in three languages and few bytes, as the record has it [R355]', async () => {
    const { phone, referralId } = await insidePlan(story, 'sofia')
    const read = async (lang: string) => asRead((await phone.get(`${page}?lang=${lang}`)).html)
    const english = await read('en')
    for (const words of ['Thursday, October 15', '4:30 PM', partners.cedarStreet.name, 'Tomas Lindqvist'])
      expect(english).toContain(words)
    expect(english).toContain(`Call ${cast.maya.name}`)
    expect(english).toContain('What is shared, and how to stop it')
    expect(await read('es')).toContain('jueves, 15 de octubre')
    const arabic = await read('ar')
    expect(arabic).toMatch(/<html lang="ar" dir="rtl"/)
    expect(arabic).toContain('الموعد القادم')
    for (const html of [english, arabic]) expect(Buffer.byteLength(html)).toBeLessThan(60_000)
    const [read0] = await story.rows(
      `select kind, items from disclosure_reading where kind = 'family_view' and items = '{family_plan}' limit 1`,
    )
    expect(read0).toEqual({ kind: 'family_view', items: ['family_plan'] })
    const paper = await story.pages.get('maya', `/referrals/${referralId}/family-plan?lang=en`)
    expect(asRead(paper.html)).toContain('Thursday, October 15')
  })

  test('takes a yes to the time, which stands with the reminders under their name', async () => {
    const { phone, referralId, appointmentId, caregiverId } = await insidePlan(story, 'kayla')
    const said = { referralId, appointmentId, answer: 'confirmed', language: 'en' }
    expect((await phone.send(page, '/family/visits', said)).location).toBe(`${page}?lang=en`)
    expect((await phone.get(page)).html).toContain('You said you will come')
    const kept = await story.rows(
      'select reply, channel, source, caregiver_id from reminder_attempt where referral_id = $1',
      [referralId],
    )
    const answer = { reply: 'confirmed', channel: 'family_page', source: 'family', caregiver_id: caregiverId }
    expect(kept).toEqual([answer])
    expect(await notices(referralId)).toEqual([])
  })

  test('takes that another time is needed: the navigator owes it, and the visit stays on record [R059]', async () => {
    const { phone, referralId, appointmentId, walk } = await insidePlan(story, 'theo')
    const said = { referralId, appointmentId, answer: 'asks_to_reschedule', language: 'en' }
    await phone.send(page, '/family/visits', said)
    expect(await nextStep(referralId)).toMatchObject({ next_owner: 'navigator' })
    expect(await visitOf(appointmentId)).toMatchObject({ result: null, move_asked_at: expect.any(Date) })
    expect(await notices(referralId)).toEqual([{ person_id: cast.maya.id }])
    expect((await phone.get(page)).html).toContain('You asked for a new time')
    const atSchool = await story.pages.get('maya', `/referrals/${referralId}`)
    expect(atSchool.html).toContain('The family asks for another time')
    await walk.rebook({ on: '2026-10-16' })
    expect(await visitOf(appointmentId)).toMatchObject({ result: 'rescheduled' })
    const late = await phone.send(page, '/family/visits', said)
    expect(late.status).toBe(409)
    expect(late.html).toContain('This time has changed')
  })

  test('takes what is in the way in family words: a barrier that stands until something was done [R060]', async () => {
    const { phone, referralId } = await insidePlan(story, 'mateo')
    expect((await phone.get(`${page}?lang=en`)).html).toContain('I am not sure I can trust this')
    const said = { referralId, barriers: 'distrust', language: 'es' }
    expect((await phone.send(page, '/family/barriers', said)).location).toBe(`${page}?lang=es`)
    expect((await phone.get(`${page}?lang=es`)).html).toContain('Estamos trabajando en:')
    const open = 'select id, resolved_at from barrier where referral_id = $1 and category = $2'
    const [barrier] = await story.rows<{ id: string }>(open, [referralId, 'distrust'])
    expect(await notices(referralId)).toEqual([{ person_id: cast.maya.id }])
    const cleared = { referralId, barrierId: barrier?.id, action: 'Joint introduction call', result: '' }
    await expect(perform(story.being('maya'), resolveBarrier, cleared)).rejects.toThrow()
    const result = 'She met the counselor and wants to go.'
    await perform(story.being('maya'), resolveBarrier, { ...cleared, result })
    expect((await phone.get(`${page}?lang=es`)).html).not.toContain('Estamos trabajando en:')
    const again = await phone.send(page, '/family/barriers?lang=en', { referralId, language: 'en' })
    expect(again.html).toContain('Choose what is in the way.')
  })
})

describe('A plan that is not the reader’s', () => {
  test('is not there: what a student answered alone is read by the student, and by no caregiver', async () => {
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
    const { phone } = await byLink(story, {
      family: 'amal',
      caregiverId: await story.reach('amal'),
      as: 'jonah',
    })
    const theirs = await phone.get(`${page}?lang=en`)
    expect(theirs.html).toContain('There is no plan right now.')
    expect(theirs.html).not.toContain(cast.jonah.name)
    const said = { referralId: walk.referralId, barriers: 'language', language: 'en' }
    expect((await phone.send(page, '/family/barriers', said)).status).toBe(404)
    const own = await story.pages.get('amal', `${page}?lang=en`)
    expect(own.html).toContain('We are setting up the visit.')
    expect(own.html).toContain(cast.jonah.name)
  })

  test('takes no word of another family, and shows none before anybody was asked', async () => {
    const { referralId, appointmentId } = await insidePlan(story, 'diego')
    await story.begun('ivy')
    const { phone } = await byLink(story, { family: 'ivy', caregiverId: await story.reach('ivy') })
    expect((await phone.get(`${page}?lang=en`)).html).toContain('There is no plan right now.')
    const said = { referralId, appointmentId, answer: 'confirmed', language: 'en' }
    expect((await phone.send(page, '/family/visits', said)).status).toBe(404)
    expect((await phone.get(`/family/visits/${appointmentId}.ics`)).status).toBe(404)
  })
})

describe('The time of a visit for a calendar', () => {
  const fileOf = (id: string) => `/family/visits/${id}.ics`

  test('holds day and hour and no other word, and stands in the accounting', async () => {
    const { phone, appointmentId, caregiverId } = await insidePlan(story, 'lena')
    const { html: file, headers, status } = await phone.get(`${fileOf(appointmentId)}?lang=ar`)
    expect(status).toBe(200)
    expect(headers['content-type']).toContain('text/calendar')
    expect(file).toContain('METHOD:PUBLISH\r\n')
    expect(file).toContain('DTSTART:20261015T233000Z\r\n')
    expect(file).toContain('SUMMARY:تذكير\r\n')
    expect(file).not.toMatch(/Lena|Cedar|Tomas|school|clinic/i)
    const taken = await story.rows(
      `select r.items from disclosure_reading r join caregiver c on c.person_id = r.read_by
       where r.kind = 'export' and c.id = $1`,
      [caregiverId],
    )
    expect(taken).toEqual([{ items: ['family_plan'] }])
  })

  test('is not there once the yes was taken back, nor for whoever is only to be called', async () => {
    const { phone, appointmentId, referralId } = await insidePlan(story, 'hana')
    expect((await phone.get(page)).html).toContain('Save the time to your calendar')
    const [consent] = await story.rows<{ id: string }>(
      `select c.id from consent c join consent_answer a on a.consent_id = c.id
       where c.referral_id = $1 and a.scope = 'referral_disclosure'`,
      [referralId],
    )
    await perform(story.being('maya'), revokeConsent, {
      consentId: consent?.id,
      askedBy: 'Mother',
      channel: 'phone',
    })
    expect((await phone.get(fileOf(appointmentId))).status).toBe(404)
    expect((await phone.get(page)).html).not.toContain('Save the time to your calendar')

    const other = await insidePlan(story, 'ada')
    expect((await other.phone.get(fileOf(other.appointmentId))).status).toBe(200)
    await story.rows(`begin`)
    await story.rows(`set local session_replication_role = replica`)
    await story.rows(`update caregiver set contact_rule = 'call_only' where id = $1`, [other.caregiverId])
    await story.rows(`commit`)
    expect((await other.phone.get(fileOf(other.appointmentId))).status).toBe(404)
    expect((await other.phone.get(fileOf(appointmentId))).status).toBe(404)
  })
})
