import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { partners } from '#tests/riverside/places.ts'
import { type HandoffSite, handoffSite } from '#tests/support/handoff-site.ts'
import { byPhone } from '#tests/support/referral-story.ts'

let site: HandoffSite
beforeAll(async () => {
  site = await handoffSite('2026-10-13T20:45:00Z')
})
afterAll(() => site.close())

describe('Sending without consent', () => {
  test('is refused on the page and in the API with the same reasons, and both refusals are on record [R030]', async () => {
    const id = await site.decide('sofia')
    await site.choose(id)
    const shown = await site.page(`/referrals/${id}/handoff`)
    expect(shown.text).toContain('Nobody has asked the family yet whether this may be sent.')
    expect(shown.html).toContain('<button disabled aria-describedby="why-send">Send to Cedar Street</button>')

    const form = await site.post(`/referrals/${id}/packet`, { part: 'send', caregiverPresent: 'yes' })
    expect(form.status).toBe(409)
    expect(form.text).toContain('Nobody has asked the family yet whether this may be sent.')
    const rule = 'Nothing about a student goes to a partner before the family has agreed to it.'
    expect(form.text.split(rule)).toHaveLength(3)
    expect(shown.text.split(rule)).toHaveLength(2)
    const asked = await site.api('POST', `/referrals/${id}/packet`, { caregiverPresent: true })
    expect(asked).toMatchObject({
      status: 409,
      body: {
        code: 'refused',
        because: [
          {
            code: 'consent_not_asked',
            says: 'Nobody has asked the family yet whether this may be sent. Ask the first consent question.',
          },
        ],
      },
    })
    const { rows } = await site.admin.query(
      `select detail from audit_event where kind = 'refusal' and name = 'referrals/send-referral' and subject_id = $1`,
      [id],
    )
    const refusal = { detail: { because: ['consent_not_asked'], referralId: id } }
    expect(rows).toEqual([refusal, refusal])
    await site.answer(id, 'sofia', { referral_disclosure: 'yes' })
    const sent = await site.post(`/referrals/${id}/packet`, { part: 'send', caregiverPresent: 'yes' })
    expect(sent).toMatchObject({ status: 303, location: `/referrals/${id}/handoff#next-step` })
  })

  test('the same data is there for a machine, and what it previewed is what left [R031]', async () => {
    const id = await site.decide('mateo')
    await site.choose(id)
    await site.answer(id, 'mateo', { referral_disclosure: 'yes' })
    const before = await site.api('GET', `/referrals/${id}/handoff`)
    const { content } = (before.body as { sending: { preview: { content: object } } }).sending.preview
    await site.send(id)
    const after = await site.api('GET', `/referrals/${id}/packet`)
    expect((after.body as { packet: { content: object } }).packet.content).toEqual(content)
  })
})

describe('Finishing with a phone number alone', () => {
  test('is refused with the rule in the district’s words, and with all that is missing [R052]', async () => {
    const id = await site.decide('kayla')
    const rule = 'A list, a flyer or a phone number is not a handoff.'
    expect((await site.page(`/referrals/${id}/handoff`)).text.split(rule)).toHaveLength(2)
    const back = await site.post(`/referrals/${id}/handoff/completion`, { part: 'finish' })
    expect(back.status).toBe(409)
    expect(back.text.split(rule)).toHaveLength(3)
    expect(back.text.indexOf(rule)).toBeLessThan(back.text.indexOf('No first visit booked'))
  })
})

describe('The page of the call', () => {
  test('the picker shows what a family weighs, and why an agency cannot take a referral now [R037]', async () => {
    const id = await site.decide('theo')
    const { text, html } = await site.page(`/referrals/${id}/handoff`)
    expect(text).toContain('4 open places. Speaks English, Spanish.')
    expect(text).toContain('Takes Medicaid')
    expect(text).toContain('Monday to Friday, 9:00 to 19:00. Times after school.')
    expect(text).toContain('Monday to Saturday, 10:00 to 18:00. Times after school. Weekends.')
    expect(text).toContain('Not now: This agency has no open place now. No places until November 30')
    expect(html).toMatch(new RegExp(`value="${partners.openDoor.id}"[^>]*disabled`))
  })

  test('a form that comes back keeps what was typed, and the other forms stay as they are', async () => {
    const id = await site.decide('hana')
    await site.choose(id)
    const back = await site.post(`/referrals/${id}/handoff/conversation`, {
      part: 'conversation',
      mode: 'phone',
      caregiverId: families.hana.caregivers[0]?.id ?? '',
      language: 'en',
      interpreter: 'Line 12',
      studentTookPart: 'no',
    })
    expect(back.status).toBe(409)
    expect(back.text).toContain('Say why the student did not take part.')
    expect(back.html).toContain('value="Line 12"')
  })

  test('questions are read aloud in the family’s language, one at a time, and the packet stands beside them', async () => {
    const id = await site.decide('ruben')
    await site.choose(id)
    await site.post(`/referrals/${id}/handoff/conversation`, {
      part: 'conversation',
      mode: 'phone',
      caregiverId: families.ruben.caregivers[0]?.id ?? '',
      language: 'es',
      studentTookPart: 'yes',
    })
    const first = await site.page(`/referrals/${id}/handoff`)
    expect(first.text).toContain('Question 1 of 4')
    expect(first.text).toContain('¿Podemos decirle a Cedar Street quién es Rubén')
    expect(first.text).toContain('What Cedar Street will see')
    expect(first.text).toContain('Checklist answers and score: never sent')
    const { caregiverId: _caregiver, ...how } = byPhone('ruben')
    await site.post(`/referrals/${id}/handoff/answers`, {
      part: 'question',
      scope: 'referral_disclosure',
      answer: 'yes',
      caregiverId: families.ruben.caregivers[0]?.id ?? '',
      ...how,
    })
    expect((await site.page(`/referrals/${id}/handoff`)).text).toContain('Question 2 of 4')
  })

  test('no two fields of the page share an id, at any point of the call', async () => {
    const id = await site.decide('lena')
    const repeated = async () => {
      const ids = [...(await site.page(`/referrals/${id}/handoff`)).html.matchAll(/ id="([^"]+)"/g)].map(
        (match) => match[1],
      )
      return ids.filter((one, i) => ids.indexOf(one) !== i)
    }
    expect(await repeated()).toEqual([])
    await site.choose(id)
    expect(await repeated()).toEqual([])
    await site.answer(id, 'lena', { referral_disclosure: 'yes' })
    await site.send(id)
    expect(await repeated()).toEqual([])
  })

  test('after a no, a yes to support at school cites an entry criterion of the student’s tier [R012] [R150]', async () => {
    const id = await site.decide('kayla')
    await site.choose(id)
    await site.answer(id, 'kayla', { referral_disclosure: 'no' })
    const { text, html } = await site.page(`/referrals/${id}/handoff`)
    expect(text).toContain('A screening result was above the agreed cut-off.')
    expect(html).not.toContain('value="after_a_crisis"')
    const yes = {
      supportAnswer: 'accepted',
      focus: 'Mornings',
      ownerId: cast.helen.id,
      reviewOn: '2026-11-10',
    }
    const offer = `/referrals/${id}/handoff/support-offer`
    const refused = await site.post(offer, { part: 'support', ...yes, entryCriterion: '' })
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('Choose the entry criterion that is met of the tier the student is in.')
    expect(refused.html).toContain('value="Mornings"')
    const sent = await site.post(offer, { part: 'support', ...yes, entryCriterion: 'screening' })
    expect(sent.status).toBe(303)
    expect((await site.page(`/referrals/${id}/handoff`)).text).toMatch(
      /Support at school was offered .*: Yes/,
    )
  })

  test('who may not work on it reads it; a teacher and another school’s navigator do not find it [R051]', async () => {
    const id = await site.decide('owen')
    const nurse = await site.page(`/referrals/${id}/handoff`, 'ines')
    expect(nurse.text).toContain('You can read this handoff. Maya Okafor makes it.')
    expect(nurse.html).not.toContain('name="partnerId"')
    expect((await site.page(`/referrals/${id}/handoff`, 'joan')).status).toBe(403)
    expect((await site.page(`/referrals/${id}/handoff`, 'jonah')).status).toBe(404)
  })
})
