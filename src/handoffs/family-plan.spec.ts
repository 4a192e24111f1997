import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type HandoffSite, handoffSite } from '#tests/support/handoff-site.ts'

let site: HandoffSite
beforeAll(async () => {
  site = await handoffSite('2026-10-13T20:45:00Z')
})
afterAll(() => site.close())

describe('The family plan', () => {
  test('has all four elements in both languages, on the family’s own clock, and printing is on record [R050]', async () => {
    const id = await site.decide('tessa')
    await site.choose(id)
    await site.answer(id, 'tessa', { referral_disclosure: 'yes', status_feedback: 'no' })
    await site.send(id)
    await site.post(`/referrals/${id}/appointments`, {
      kind: 'assessment',
      on: '2026-10-15',
      at: '16:30',
      place: '214 Cedar Street, second floor',
      modality: 'in_person',
      withWhom: 'Tomas Lindqvist',
    })
    const [en, es] = [
      await site.page(`/referrals/${id}/family-plan?lang=en`),
      await site.page(`/referrals/${id}/family-plan?lang=es`),
    ]
    expect(en.html).toContain('<html lang="en"')
    expect(es.html).toContain('<html lang="es"')
    for (const part of [
      'Thursday, October 15',
      '4:30 in the afternoon',
      '214 Cedar Street',
      'What to bring',
      'Call or text Maya Okafor',
      '555-0142',
    ]) {
      expect(en.text).toContain(part)
    }
    for (const part of [
      'Jueves, 15 de octubre',
      '4:30 de la tarde',
      '214 Cedar Street',
      'Qué llevar',
      'Llame o mande un mensaje a Maya Okafor',
      '555-0142',
    ]) {
      expect(es.text).toContain(part)
    }
    expect(es.text).toContain('Cedar Street no le avisa a la escuela de las citas. Usted dijo que no.')
    const { rows } = await site.admin.query(
      `select kind, detail from audit_event where name = 'handoffs/family-plan' and subject_id = $1 order by detail->>'lang'`,
      [id],
    )
    expect(rows).toEqual([
      { kind: 'print', detail: { lang: 'en' } },
      { kind: 'print', detail: { lang: 'es' } },
    ])
  })
})

describe('Consent on the page', () => {
  test('a referral’s card shows what is in force, and changes at once when one ends [R146]', async () => {
    const id = await site.decide('ada')
    await site.choose(id)
    const [consentId] = await site.answer(id, 'ada', { status_feedback: 'yes' })
    const before = await site.page(`/referrals/${id}`)
    expect(before.text).toContain('Cedar Street tells us the status and dates Yes Wed Jun 30, 2027')
    const confirm = await site.page(`/consents/${consentId}/revocation`)
    expect(confirm.text).toContain('End consent with Cedar Street?')
    expect(confirm.text).toContain('What was already sent stays where it is')
    const ended = await site.post(`/consents/${consentId}/revocation`, {
      askedBy: 'Sara Lind',
      channel: 'phone',
      extent: 'this_record',
    })
    expect(ended).toMatchObject({ status: 303, location: `/referrals/${id}/consents` })
    expect((await site.page(`/referrals/${id}`)).text).toContain(
      'Cedar Street tells us the status and dates Taken back asked Tue Oct 13',
    )
  })

  test('the confirm page of another school’s consent is not found', async () => {
    const id = await site.decide('diego')
    await site.choose(id)
    const [consentId] = await site.answer(id, 'diego', { status_feedback: 'yes' })
    expect((await site.page(`/consents/${consentId}/revocation`, 'jonah')).status).toBe(404)
  })
})
