import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withdrawReferral } from '#referrals/withdraw-referral.ts'
import { families } from '#tests/riverside/families.ts'
import { type HandoffSite, handoffSite } from '#tests/support/handoff-site.ts'
import { givePlan } from './give-plan.ts'

let site: HandoffSite
beforeAll(async () => {
  site = await handoffSite('2026-10-13T20:45:00Z')
})
afterAll(() => site.close())

/** When and where, what to bring, whom to contact: in each language, on the family's own clock. */
const elements = {
  en: ['Thursday, October 15', '4:30 in the afternoon', 'What to bring', 'Call or text Maya Okafor'],
  es: ['Jueves, 15 de octubre', '4:30 de la tarde', 'Qué llevar', 'Llame o mande un mensaje a Maya Okafor'],
}

describe('The family plan', () => {
  const booked = async (family: 'tessa' | 'jonas' | 'lena' | 'mateo') => {
    const id = await site.decide(family)
    await site.choose(id)
    await site.answer(id, family, { referral_disclosure: 'yes', status_feedback: 'no' })
    await site.send(id)
    const when = { kind: 'assessment', on: '2026-10-15', at: '16:30', modality: 'in_person' }
    await site.post(`/referrals/${id}/appointments`, { ...when, place: '214 Cedar Street, second floor' })
    return id
  }

  test.each(['en', 'es'] as const)('has all four elements in %s [R050]', async (lang) => {
    const id = await booked('tessa')
    const plan = await site.page(`/referrals/${id}/family-plan?lang=${lang}`)
    expect(plan.html).toContain(`<html lang="${lang}"`)
    for (const part of [...elements[lang], '214 Cedar Street', '555-0142']) expect(plan.text).toContain(part)
  })

  test('how and in which language the family got it is kept, with who gave it [R050]', async () => {
    const id = await booked('jonas')
    site.must(
      await givePlan.perform(site.being('maya'), {
        referralId: id,
        planLanguage: 'es',
        delivery: ['paper', 'text_link'],
      }),
    )
    const { rows } = await site.admin.query(
      'select plan_language, plan_delivery, plan_given_at from handoff where referral_id = $1',
      [id],
    )
    expect(rows).toEqual([
      { plan_language: 'es', plan_delivery: ['paper', 'text_link'], plan_given_at: site.clock.now() },
    ])
    const trail = await site.admin.query(
      `select role from audit_event where kind = 'change' and name = 'handoff.plan_given' and student_id = $1`,
      [families.jonas.id],
    )
    expect(trail.rows).toEqual([{ role: 'navigator' }])
  })

  test('of a referral that has ended names no visit, and says whom to ask, in each language', async () => {
    const id = await booked('lena')
    const given = { referralId: id, askedBy: 'caregiver', channel: 'phone' }
    site.must(await withdrawReferral.perform(site.being('maya'), given))
    for (const [lang, says] of [
      ['en', 'This plan ended on'],
      ['es', 'Este plan terminó'],
    ] as const) {
      const { text } = await site.page(`/referrals/${id}/family-plan?lang=${lang}`)
      expect(text).toContain(says)
      expect(text).toContain('555-0142')
      for (const part of [...elements[lang].slice(0, 3), '214 Cedar Street']) expect(text).not.toContain(part)
    }
    const plan = { referralId: id, planLanguage: 'en', delivery: ['paper'] }
    expect(await givePlan.perform(site.being('maya'), plan)).toMatchObject({
      because: expect.arrayContaining(['referral_ended']),
    })
  })

  test('once the day of the visit is over nothing of it is said to come, in each language', async () => {
    const id = await booked('mateo')
    for (const [lang, before, after, next] of [
      ['en', 'Here is what happens next', 'The day of the first visit was Thursday', 'What to bring'],
      ['es', 'Esto es lo que sigue', 'La primera cita era el jueves', 'Qué llevar'],
    ] as const) {
      const path = `/referrals/${id}/family-plan?lang=${lang}`
      site.clock.set('2026-10-15T23:30:00Z')
      expect((await site.page(path)).text).toContain(before)
      site.clock.set('2026-10-16T16:00:00Z')
      const { text } = await site.page(path)
      expect(text).toContain(after)
      for (const part of [before, next, '4:30']) expect(text).not.toContain(part)
    }
    site.clock.set('2026-10-13T20:45:00Z')
  })

  test('says what the family chose, and its printing is on record', async () => {
    const id = await booked('jonas')
    const { text } = await site.page(`/referrals/${id}/family-plan?lang=es`)
    expect(text).toContain('Cedar Street no le avisa a la escuela de las citas. Usted dijo que no.')
    const query = `select kind, detail from audit_event where name = 'handoffs/family-plan' and subject_id = $1`
    const { rows } = await site.admin.query(query, [id])
    expect(rows).toEqual([{ kind: 'print', detail: { lang: 'es' } }])
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

  test('talking with other services is a question of its own, and the family reads what it said [R127]', async () => {
    const id = await site.decide('nadia')
    await site.choose(id)
    const asked = await site.page(`/referrals/${id}/consents`)
    expect(asked.html).toContain('name="answers.care_coordination"')
    await site.answer(id, 'nadia', { care_coordination: 'no' })
    expect((await site.page(`/referrals/${id}/consents`)).text).toContain(
      'Cedar Street talks with other services No',
    )
    for (const [lang, says] of [
      ['en', 'Cedar Street does not talk with other services. You said no.'],
      ['es', 'Cedar Street no habla con otros servicios. Usted dijo que no.'],
    ] as const) {
      expect((await site.page(`/referrals/${id}/family-plan?lang=${lang}`)).text).toContain(says)
    }
  })

  test('the confirm page of another school’s consent is not found', async () => {
    const id = await site.decide('diego')
    await site.choose(id)
    const [consentId] = await site.answer(id, 'diego', { status_feedback: 'yes' })
    expect((await site.page(`/consents/${consentId}/revocation`, 'jonah')).status).toBe(404)
  })
})
