import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { cast } from '#tests/riverside/cast.ts'
import { schools } from '#tests/riverside/places.ts'
import { type CareStory, careStory, newSigningKey, ofSofia } from '#tests/support/care-story.ts'
import { endCareAgreement } from './end-agreement.ts'
import { makeCareSender } from './make-sender.ts'
import { recordCareAgreement } from './record-agreement.ts'
import { registerSigningKey } from './register-key.ts'
import { revokeCareSender } from './revoke-sender.ts'
import { sendLimit } from './sent.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

let story: CareStory
beforeAll(async () => {
  story = await careStory()
})
afterAll(() => story.close())
const kept = async () => (await story.rows<{ n: number }>('select count(*)::int as n from care_notice'))[0]?.n

describe('A desk of law enforcement sends a notice', () => {
  test('a machine that signs with the key of its desk is given a receipt, and staff are told at once [R346]', async () => {
    const { status, body } = await story.sends(ofSofia)
    expect(status).toBe(200)
    expect(Object.keys(body)).toEqual(['receipt', 'receivedAt'])
    const told = await story.rows('select person_id, position from care_notice_told where notice_id = $1', [
      await story.latest(),
    ])
    expect(told).toEqual([{ person_id: cast.daniel.id, position: 1 }])
    const messages = await story.rows(`select person_id, kind, cause from message where subject_id = $1`, [
      await story.latest(),
    ])
    expect(messages).toEqual([{ person_id: cast.daniel.id, kind: 'alert', cause: 'care_notice.told' }])
  })

  test('the form of the page takes the same, with the key typed, and no address holds it', async () => {
    const page = await story.pages.get(null, story.url)
    expect(page.status).toBe(200)
    expect(
      [...page.html.matchAll(/<(?:input|select|textarea)[^>]* name="(\w+)"/g)].map(([, name]) => name),
    ).toEqual(['_csrf', '_key', 'name', 'bornOn', 'grade', 'schoolId', 'key'])
    expect(page.html).not.toContain('textarea')
    const sent = await story.types({ ...ofSofia, bornOn: '' })
    expect(sent.status).toBe(200)
    expect(sent.html).toMatch(/HWC-[A-Z2-9]{4}-[A-Z2-9]{4}/)
    expect(sent.html).not.toContain('Delgado')
    expect(sent.html).not.toContain(story.key)
  })

  test('whatever else is sent turns it away whole, and nothing of it is kept [R346]', async () => {
    const before = await kept()
    const story1 = 'Her mother was taken away on Friday'
    for (const more of [{ narrative: story1 }, { incident: { what: story1 } }, { noteId: story1 }]) {
      const { status, body } = await story.sends({ ...ofSofia, ...more })
      expect([status, body['code']]).toEqual([422, 'not_valid'])
    }
    const typed = await story.types({ ...ofSofia, note: story1 })
    expect(typed.status).toBe(422)
    expect(typed.html).toContain('Something was sent that has no place here')
    expect(typed.html).not.toContain(story1)
    expect(await kept()).toBe(before)
    const dumped = JSON.stringify(await story.rows('select * from audit_event'))
    expect(dumped).not.toContain('taken away')
    expect(dumped).not.toContain('Delgado')
  })

  test('a child nobody has is answered exactly like one somebody has', async () => {
    const known = await story.sends(ofSofia)
    const unknown = await story.sends({ ...ofSofia, name: 'Nobody Here' })
    expect(unknown.status).toBe(known.status)
    const shape = ({ body }: typeof known) =>
      Object.entries(body).map(([name, value]) => [
        name,
        String(value).replaceAll(/[A-Z2-9]{4}/g, 'X').length,
      ])
    expect(shape(unknown)).toEqual(shape(known))
    const page = (html: string) => html.replaceAll(/HWC-[A-Z2-9]{4}-[A-Z2-9]{4}/g, 'HWC')
    const [one, other] = [await story.types(ofSofia), await story.types({ ...ofSofia, name: 'Nobody Here' })]
    expect(page(other.html)).toBe(page(one.html))
  })

  test('sent twice, the same form is one notice with one receipt', async () => {
    const before = (await kept()) ?? 0
    const fields = { ...ofSofia, _key: '0199f000-0000-7000-8000-0000000000aa' }
    const [one, other] = [await story.types(fields), await story.types(fields)]
    expect(/HWC-\S{9}/.exec(other.html)?.[0]).toBe(/HWC-\S{9}/.exec(one.html)?.[0])
    expect(await kept()).toBe(before + 1)
  })

  test('a school that does not work with this yet is none', async () => {
    const { status } = await story.sends({ ...ofSofia, schoolId: schools.juniper.id })
    expect(status).toBe(409)
  })
})

describe('Nobody else sends', () => {
  test('without the key or with another desk’s key the form takes nothing, and no machine sends by a key alone', async () => {
    const { being, must, rows, careAgreementId } = story
    const other = 'k'.repeat(43)
    const desk = { careAgreementId, label: 'Front desk', key: other }
    must(await makeCareSender.perform(being('yolanda'), desk))
    const before = await kept()
    for (const key of ['', 'wrong', 'x'.repeat(43), other, `tl_${cast.maya.id}_${'a'.repeat(43)}`]) {
      const typed = await story.types({ ...ofSofia, key })
      expect(typed.status).toBe(401)
      expect(typed.html).toContain('This key does not open this page')
    }
    const payload = JSON.stringify(ofSofia)
    const headers = { authorization: `Bearer ${story.key}`, 'content-type': 'application/json' }
    const reply = await story.pages.app.inject({ method: 'POST', url: story.url, headers, payload })
    expect(reply.statusCode).toBe(401)
    expect(await kept()).toBe(before)
    expect(JSON.stringify(await rows('select * from care_notice_sender'))).not.toContain(story.key)
  })

  test('the key opens no page of the house', async () => {
    for (const url of ['/today', '/handle-with-care', '/students/x', '/handle-with-care/accounting']) {
      const reply = await story.pages.app.inject({
        method: 'GET',
        url,
        headers: { accept: 'application/json', authorization: `Bearer ${story.key}` },
      })
      expect(reply.statusCode).toBe(401)
    }
  })

  test('an address nobody has reads like one whose key was revoked or whose agreement was ended [R348]', async () => {
    const { being, must, rows } = story
    const agreement = {
      agency: 'County Sheriff',
      reference: 'File 13',
      startsOn: '2026-07-01',
      endsOn: '2027-06-30',
    }
    const { careAgreementId } = must(await recordCareAgreement.perform(being('yolanda'), agreement))
    const make = async (label: string) => {
      const desk = { careAgreementId, label, key: story.key }
      const { careSenderId } = must(await makeCareSender.perform(being('yolanda'), desk))
      const [row] = await rows<{ code: string }>('select code from care_notice_sender where id = $1', [
        careSenderId,
      ])
      const { pem, secret } = newSigningKey()
      const given = { careSenderId, publicKey: pem }
      const { signingKeyId } = must(await registerSigningKey.perform(being('yolanda'), given))
      const signing = { key: { keyId: signingKeyId, secret }, at: `/handle-with-care/from/${row?.code}` }
      return { careSenderId, at: signing.at, signing }
    }
    const [one, two] = [await make('Desk one'), await make('Desk two')]
    for (const { signing } of [one, two]) expect((await story.sends(ofSofia, signing)).status).toBe(200)
    must(await revokeCareSender.perform(being('leila'), { careSenderId: one.careSenderId }))
    expect((await story.sends(ofSofia, one.signing)).status).toBe(404)
    expect((await story.sends(ofSofia, two.signing)).status).toBe(200)
    must(await endCareAgreement.perform(being('yolanda'), { careAgreementId }))
    expect((await story.sends(ofSofia, two.signing)).status).toBe(404)
    const pages = await Promise.all(
      [one.at, two.at, '/handle-with-care/from/nobodyhasit2'].map((url) => story.pages.get(null, url)),
    )
    expect(new Set(pages.map(({ status, html }) => `${status} ${html}`)).size).toBe(1)
  })

  test('a desk that sends too much at once is told to wait, and the trail says so once', async () => {
    story.clock.set(new Date(story.clock.now().getTime() + (sendLimit.minutes + 1) * 60_000))
    const sent = []
    for (let n = 0; n < sendLimit.most + 3; n++) sent.push((await story.sends(ofSofia)).status)
    expect(sent).toEqual([...Array(sendLimit.most).fill(200), 429, 429, 429])
    const refusals = await story.trailOf(
      "kind = 'refusal' and name = 'carenotices/receive-signed' and detail -> 'because' ? 'too_many'",
      [],
    )
    expect(refusals).toHaveLength(1)
    story.clock.set(new Date(story.clock.now().getTime() + (sendLimit.minutes + 1) * 60_000))
    expect((await story.sends(ofSofia)).status).toBe(200)
  })
})
