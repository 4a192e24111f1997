import { h } from 'preact'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { menuOf, shellOf } from '#access/shell.ts'
import * as consent from '#consent/screens/addresses.ts'
import { type App, createApp } from '#platform/http/app.ts'
import { mount } from '#platform/http/mount.ts'
import { newId } from '#platform/ids.ts'
import { navigatorResources, navigatorScreens } from '#referrals/screens/referral-addresses.ts'
import { actorOf, type CastKey } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { partners } from '#tests/riverside/places.ts'
import { byPhone, referralStory, type Story } from '#tests/support/referral-story.ts'
import * as own from './screens/addresses.ts'

let story: Story
let app: App
beforeAll(async () => {
  story = await referralStory({ at: '2026-10-13T20:45:00Z' })
  app = await createApp({
    secure: false,
    log: ({ error }) => {
      throw error
    },
    problemPage: (problem) => h('p', {}, problem.code),
  })
  const screens = [...consent.screens, ...navigatorScreens, ...own.screens]
  mount(app, {
    screens,
    resources: [...consent.resources, ...navigatorResources, ...own.resources],
    visit: async (request) => {
      const actor = actorOf((request.headers['x-being'] ?? 'maya') as CastKey)
      const shared = {
        assets: { css: '/sheet.css' },
        demo: false,
        assignments: [],
        csrf: 'mine',
        language: 'en' as const,
      }
      return {
        doer: story.as(actor),
        language: 'en',
        byCookie: true,
        ownsForm: (token) => token === 'mine',
        shell: async (page) =>
          shellOf(page, {
            ...shared,
            actor: { name: actor.name, acting: actor.role },
            nav: menuOf(screens, actor.role, page.path),
          }),
      }
    },
  })
})
afterAll(async () => {
  await app.close()
  await story.close()
})

const headers = { 'sec-fetch-site': 'same-origin', 'accept': 'text/html' }
const page = async (url: string, being: CastKey = 'maya') => {
  const answer = await app.inject({ url, headers: { ...headers, 'x-being': being } })
  return {
    status: answer.statusCode,
    text: answer.body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '),
    html: answer.body,
  }
}
const post = async (url: string, form: Record<string, string | string[]>) => {
  const pairs = Object.entries({ ...form, _csrf: 'mine', _key: newId() }).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one]),
  )
  const payload = new URLSearchParams(pairs as [string, string][]).toString()
  const answer = await app.inject({
    method: 'POST',
    url,
    payload,
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
  })
  return {
    status: answer.statusCode,
    text: answer.body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '),
    html: answer.body,
    location: answer.headers.location,
  }
}
const api = async (method: 'GET' | 'POST', url: string, body?: object) => {
  const answer = await app.inject({
    method,
    url,
    headers: {
      'accept': 'application/json',
      'sec-fetch-site': 'same-origin',
      'idempotency-key': newId(),
      'content-type': 'application/json',
    },
    ...(body && { payload: { ...body, _csrf: 'mine' } }),
  })
  return { status: answer.statusCode, body: answer.json() as Record<string, never> }
}

describe('Sending without consent', () => {
  test('is refused on the page and in the API with the same reasons, and both refusals are on record [R030]', async () => {
    const id = await story.decide('sofia')
    await story.choose(id)
    const shown = await page(`/referrals/${id}/handoff`)
    expect(shown.text).toContain('Nobody has asked the family yet whether this may be sent.')
    expect(shown.html).toContain('<button disabled aria-describedby="why-send">Send to Cedar Street</button>')

    const form = await post(`/referrals/${id}/packet`, { part: 'send', caregiverPresent: 'yes' })
    expect(form.status).toBe(409)
    expect(form.text).toContain('Nobody has asked the family yet whether this may be sent.')
    const asked = await api('POST', `/referrals/${id}/packet`, { caregiverPresent: true })
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
    const { rows } = await story.admin.query(
      `select detail from audit_event where kind = 'refusal' and name = 'referrals/send-referral' and subject_id = $1`,
      [id],
    )
    const refusal = { detail: { because: ['consent_not_asked'], referralId: id } }
    expect(rows).toEqual([refusal, refusal])
    await story.answer(id, 'sofia', { referral_disclosure: 'yes' })
    const sent = await post(`/referrals/${id}/packet`, { part: 'send', caregiverPresent: 'yes' })
    expect(sent).toMatchObject({ status: 303, location: `/referrals/${id}/handoff#receipt` })
  })

  test('the same data is there for a machine, and what it previewed is what left [R031]', async () => {
    const id = await story.decide('mateo')
    await story.choose(id)
    await story.answer(id, 'mateo', { referral_disclosure: 'yes' })
    const before = await api('GET', `/referrals/${id}/handoff`)
    const { content } = (before.body as unknown as { sending: { preview: { content: object } } }).sending
      .preview
    await story.send(id)
    const after = await api('GET', `/referrals/${id}/packet`)
    expect((after.body as unknown as { packet: { content: object } }).packet.content).toEqual(content)
  })
})

describe('The page of the call', () => {
  test('the picker shows what a family weighs, and why an agency cannot take a referral now [R037]', async () => {
    const id = await story.decide('theo')
    const { text, html } = await page(`/referrals/${id}/handoff`)
    expect(text).toContain('4 open places. Speaks English, Spanish.')
    expect(text).toContain('Takes Medicaid')
    expect(text).toContain('Not now: This agency has no open place now. No places until November 30')
    expect(html).toMatch(new RegExp(`value="${partners.openDoor.id}"[^>]*disabled`))
  })

  test('a form that comes back keeps what was typed, and the other forms stay as they are', async () => {
    const id = await story.decide('hana')
    await story.choose(id)
    const back = await post(`/referrals/${id}/handoff/conversation`, {
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
    const id = await story.decide('ruben')
    await story.choose(id)
    await post(`/referrals/${id}/handoff/conversation`, {
      part: 'conversation',
      mode: 'phone',
      caregiverId: families.ruben.caregivers[0]?.id ?? '',
      language: 'es',
      studentTookPart: 'yes',
    })
    const first = await page(`/referrals/${id}/handoff`)
    expect(first.text).toContain('Question 1 of 4')
    expect(first.text).toContain('¿Podemos decirle a Cedar Street quién es Rubén')
    expect(first.text).toContain('What Cedar Street will see')
    expect(first.text).toContain('Checklist answers and score: never sent')
    const { caregiverId: _caregiver, ...how } = byPhone('ruben')
    await post(`/referrals/${id}/handoff/answers`, {
      part: 'question',
      scope: 'referral_disclosure',
      answer: 'yes',
      caregiverId: families.ruben.caregivers[0]?.id ?? '',
      ...how,
    })
    expect((await page(`/referrals/${id}/handoff`)).text).toContain('Question 2 of 4')
  })

  test('no two fields of the page share an id, at any point of the call', async () => {
    const id = await story.decide('lena')
    const repeated = async () => {
      const ids = [...(await page(`/referrals/${id}/handoff`)).html.matchAll(/ id="([^"]+)"/g)].map(
        (match) => match[1],
      )
      return ids.filter((one, i) => ids.indexOf(one) !== i)
    }
    expect(await repeated()).toEqual([])
    await story.choose(id)
    expect(await repeated()).toEqual([])
    await story.answer(id, 'lena', { referral_disclosure: 'yes' })
    await story.send(id)
    expect(await repeated()).toEqual([])
  })

  test('who may not work on it reads it; a teacher and another school’s navigator do not find it [R051]', async () => {
    const id = await story.decide('owen')
    const nurse = await page(`/referrals/${id}/handoff`, 'ines')
    expect(nurse.text).toContain('You can read this handoff. Maya Okafor makes it.')
    expect(nurse.html).not.toContain('name="partnerId"')
    expect((await page(`/referrals/${id}/handoff`, 'joan')).status).toBe(403)
    expect((await page(`/referrals/${id}/handoff`, 'jonah')).status).toBe(404)
  })
})

describe('The family plan', () => {
  test('has all four elements in both languages, on the family’s own clock, and printing is on record [R050]', async () => {
    const id = await story.decide('tessa')
    await story.choose(id)
    await story.answer(id, 'tessa', { referral_disclosure: 'yes', status_feedback: 'no' })
    await story.send(id)
    await post(`/referrals/${id}/appointments`, {
      kind: 'assessment',
      on: '2026-10-15',
      at: '16:30',
      place: '214 Cedar Street, second floor',
      modality: 'in_person',
      withWhom: 'Tomas Lindqvist',
    })
    const [en, es] = [
      await page(`/referrals/${id}/family-plan?lang=en`),
      await page(`/referrals/${id}/family-plan?lang=es`),
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
    const { rows } = await story.admin.query(
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
    const id = await story.decide('ada')
    await story.choose(id)
    const [consentId] = await story.answer(id, 'ada', { status_feedback: 'yes' })
    const before = await page(`/referrals/${id}`)
    expect(before.text).toContain('Cedar Street tells us the status and dates Yes Wed Jun 30, 2027')
    const confirm = await page(`/consents/${consentId}/revocation`)
    expect(confirm.text).toContain('End consent with Cedar Street?')
    expect(confirm.text).toContain('What was already sent stays where it is')
    const ended = await post(`/consents/${consentId}/revocation`, {
      askedBy: 'Sara Lind',
      channel: 'phone',
      extent: 'this_record',
    })
    expect(ended).toMatchObject({ status: 303, location: `/referrals/${id}/consents` })
    expect((await page(`/referrals/${id}`)).text).toContain(
      'Cedar Street tells us the status and dates Taken back asked Tue Oct 13',
    )
  })

  test('the confirm page of another school’s consent is not found', async () => {
    const id = await story.decide('diego')
    await story.choose(id)
    const [consentId] = await story.answer(id, 'diego', { status_feedback: 'yes' })
    expect((await page(`/consents/${consentId}/revocation`, 'jonah')).status).toBe(404)
  })
})
