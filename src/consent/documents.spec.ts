import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pdf, png } from '#platform/scan/files-for-specs.ts'
import { newId } from '#platform/ids.ts'
import { actorOf, type CastKey } from '#tests/riverside/cast.ts'
import { multipartForm } from '#tests/support/multipart.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { byPhone, referralStory, type Story } from '#tests/support/referral-story.ts'
import { recordConsent } from './record-consent.ts'

let story: Story
let pages: Awaited<ReturnType<typeof pagesOf>>
let referralId: string
let consentId: string
beforeAll(async () => {
  story = await referralStory()
  pages = await pagesOf(story)
  referralId = await story.decide('sofia')
  await story.choose(referralId)
  const outcome = await recordConsent.perform(story.being('maya'), {
    referralId,
    ...byPhone('sofia'),
    method: 'paper',
    witness: '',
    documentReference: 'Folder 12',
    answers: { referral_disclosure: 'yes' },
  })
  if (!outcome.done) throw new Error(outcome.because.join())
  consentId = outcome.result.consentIds[0] as string
})
afterAll(async () => {
  await pages.close()
  await story.close()
})

const file = (bytes: Buffer, name = 'scan.pdf') => ({ field: 'scan', name, type: 'application/pdf', bytes })

/** Sends a scan as the form on the page does. */
async function send(as: CastKey, bytes: Buffer, { of = consentId, key = newId(), csrf = 'token' } = {}) {
  const { payload, contentType } = multipartForm({ _csrf: csrf, _key: key }, file(bytes))
  const headers = { 'accept': 'text/html', 'host': 'riverside.example', 'origin': 'http://riverside.example' }
  return pages.app.inject({
    method: 'POST',
    url: `/consents/${of}/documents`,
    headers: { ...headers, 'x-cast': as, 'content-type': contentType },
    payload,
  })
}
const get = (as: CastKey, url: string) =>
  pages.app.inject({
    method: 'GET',
    url,
    headers: { 'x-cast': as, 'accept': 'text/html', 'host': 'riverside.example' },
  })
const listed = async (as: CastKey) =>
  [
    ...(await get(as, `/referrals/${referralId}/consents`)).body.matchAll(
      /\/consents\/[0-9a-f-]+\/documents\/[0-9a-f-]+/g,
    ),
  ].map(([url]) => url)
const lying = async () =>
  (await story.admin.query<{ bytes: Buffer }>('select bytes from consent_document order by id')).rows.map(
    ({ bytes }) => bytes,
  )

describe('The scan of a consent given on paper', () => {
  test('is kept sealed, listed at the consent, and handed out as a file that can do nothing [R149]', async () => {
    const scan = pdf({ objects: '5 0 obj <</Said (Signed by Carmen Delgado)>> endobj' })
    const key = newId()
    expect((await send('maya', scan, { key })).statusCode).toBe(303)
    expect((await send('maya', scan, { key })).statusCode).toBe(303)
    const [url = '', ...more] = await listed('maya')
    expect(more).toEqual([])
    for (const bytes of await lying()) expect(bytes.toString('latin1')).not.toMatch(/PDF|Carmen/)

    const reply = await get('maya', url)
    expect(reply.statusCode).toBe(200)
    expect(reply.rawPayload).toEqual(scan)
    expect(reply.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="consent.pdf"',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    const { rows } = await story.admin.query(
      `select kind, name, person_id from audit_event where subject_id = $1 and name in ('consent.documented', 'consent/document')
       order by id`,
      [consentId],
    )
    const person_id = actorOf('maya').personId
    expect(rows).toEqual([
      { kind: 'change', name: 'consent.documented', person_id },
      { kind: 'export', name: 'consent/document', person_id },
    ])
  })

  test('is for those who read consents at that school, asked each time', async () => {
    const [url = ''] = await listed('maya')
    const others: CastKey[] = ['noor', 'joan', 'jonah']
    for (const as of others) expect([403, 404], as).toContain((await get(as, url)).statusCode)
    const elsewhere = url.replace(consentId, newId())
    expect((await get('maya', elsewhere)).statusCode).toBe(404)
    const refused = await send('joan', pdf())
    expect([403, 404]).toContain(refused.statusCode)
    expect(await lying()).toHaveLength(1)
  })

  test('that is none is refused with a sentence on the page, and nothing is kept', async () => {
    const reply = await send('maya', pdf({ catalog: '/OpenAction <</S /JavaScript>>' }))
    expect(reply.statusCode).toBe(422)
    expect(reply.body).toContain('This PDF holds more than pages')
    expect((await send('maya', Buffer.alloc(11 * 2 ** 20, 1))).statusCode).toBe(422)
    expect((await send('maya', Buffer.alloc(0))).statusCode).toBe(422)
    expect((await send('maya', pdf(), { csrf: 'of another session' })).statusCode).toBe(403)
    expect(await lying()).toHaveLength(1)
  })

  test('is one of five at most', async () => {
    for (const _ of [2, 3, 4, 5]) expect((await send('maya', png())).statusCode).toBe(303)
    expect((await send('maya', png())).statusCode).toBe(409)
    expect(await lying()).toHaveLength(5)
  })

  test('in the row of another scan, or changed by one bit, is not handed out', async () => {
    const [first = ''] = await listed('maya')
    const id = first.split('/').at(-1)
    await story.admin.query('begin; set local session_replication_role = replica')
    await story.admin.query(
      'update consent_document set bytes = (select bytes from consent_document where id <> $1 order by id desc limit 1) where id = $1',
      [id],
    )
    await story.admin.query('commit')
    expect((await get('maya', first)).statusCode).toBe(500)
  })
})
