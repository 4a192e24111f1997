import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pdf, png } from '#platform/scan/files-for-specs.ts'
import { newId } from '#platform/ids.ts'
import { clamdAt, scannerPlace } from '#platform/scan/scanner.ts'
import { clamdForSpecs, eicar } from '#tests/support/clamd.ts'
import { families } from '#tests/riverside/families.ts'
import { multipartForm } from '#tests/support/multipart.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { referralStory, type Story } from '#tests/support/referral-story.ts'

let story: Story
let pages: Awaited<ReturnType<typeof pagesOf>>
let clamd: Awaited<ReturnType<typeof clamdForSpecs>>
let referralId: string
beforeAll(async () => {
  story = await referralStory()
  clamd = await clamdForSpecs()
  pages = await pagesOf(story, undefined, { scanner: clamdAt(scannerPlace(clamd.at)) })
  referralId = await story.decide('sofia')
  await story.choose(referralId)
})
afterAll(async () => {
  await pages.close()
  await clamd.close()
  await story.close()
})

const [mother] = families.sofia.caregivers
const typed = {
  caregiverId: mother?.id ?? '',
  'method': 'paper',
  'interpreter': 'Interpreter 4471',
  'language': 'es',
  'endsOn': '2027-06-30',
  'answers.referral_disclosure': 'yes',
  'answers.services': 'yes',
  'answers.participation': 'no',
}

/** Sends the recording form as a browser does, with the file last chosen. */
async function record(
  bytes: Buffer,
  { fields = {}, key = newId(), as = 'maya' }: { fields?: object; key?: string; as?: string } = {},
) {
  const all = { _csrf: 'token', _key: key, ...typed, ...fields }
  const file = { field: 'scans', name: 'paper.pdf', type: 'application/pdf', bytes }
  const { payload, contentType } = multipartForm(all, file)
  const from = { accept: 'text/html', host: 'riverside.example', origin: 'http://riverside.example' }
  const url = `/referrals/${referralId}/consents`
  return pages.app.inject({
    method: 'POST',
    url,
    headers: { ...from, 'x-cast': as, 'content-type': contentType },
    payload,
  })
}
const kept = async () =>
  (
    await story.admin.query<{ kind: string; scan: string; size: number }>(
      `select c.kind, d.kind as scan, d.size from consent c join consent_document d on d.consent_id = c.id
       where c.referral_id = $1 order by c.kind`,
      [referralId],
    )
  ).rows

describe('A paper consent and its scan in one step', () => {
  test('a file that is refused keeps every word that was typed, and nothing is recorded', async () => {
    const reply = await record(pdf({ catalog: '/OpenAction <</S /JavaScript>>' }))
    expect(reply.statusCode).toBe(422)
    expect(reply.body).toContain('This PDF holds more than pages')
    expect(reply.body).toContain('Choose the scan again')
    expect(reply.body).toMatch(/name="interpreter"[^>]*value="Interpreter 4471"/)
    expect(reply.body).toMatch(/<input[^>]*name="method"[^>]*value="paper"[^>]*checked/)
    expect(reply.body).toMatch(/<input[^>]*name="answers.participation"[^>]*value="no"[^>]*checked/)
    expect((await record(Buffer.alloc(11 * 2 ** 20, 1))).body).toContain('This is larger than 10 MB')
    expect((await record(Buffer.from('a letter'))).body).toContain('This is not a PDF, JPEG or PNG')
    const { rows } = await story.admin.query('select from consent where referral_id = $1', [referralId])
    expect(rows).toEqual([])
  })

  test('a file that does harm, or that nobody can look through, is said beside it, and every word stays', async () => {
    const harmful = await record(Buffer.concat([pdf(), eicar]))
    expect(harmful.statusCode).toBe(422)
    expect(harmful.body).toContain('found something harmful in this file')
    clamd.how.behaves = 'hangs up'
    const blind = await record(pdf())
    clamd.how.behaves = 'scans'
    expect(blind.statusCode).toBe(503)
    expect(blind.body).toContain('go on without the file and add it later')
    for (const { body } of [harmful, blind])
      expect(body).toMatch(/name="interpreter"[^>]*value="Interpreter 4471"/)
    expect(await kept()).toEqual([])
  })

  test('without the scan the place where the paper is kept is asked, and with another method the scan is not taken', async () => {
    const none = await record(Buffer.alloc(0))
    expect(none.statusCode).toBe(409)
    expect(none.body).toContain('or add a scan of the paper')
    const other = await record(png(), { fields: { method: 'in_person' } })
    expect(other.statusCode).toBe(409)
    expect(other.body).toContain('A scan belongs to a consent given on paper')
    expect(await kept()).toEqual([])
  })

  test('answers and scan are kept together, once, beside each record the paper proves', async () => {
    const key = newId()
    expect((await record(png(), { key })).statusCode).toBe(303)
    expect((await record(png(), { key })).statusCode).toBe(303)
    expect(await kept()).toMatchObject([
      { kind: 'release', scan: 'png' },
      { kind: 'services', scan: 'png' },
    ])
    const page = await pages.get('maya', `/referrals/${referralId}/consents`)
    expect(page.html).toContain('Scanned and kept with this consent')
    const { rows } = await story.admin.query<{ name: string }>(
      `select name from audit_event where subject_id in (select id from consent where referral_id = $1) order by id`,
      [referralId],
    )
    const names = rows.map(({ name }) => name)
    expect(names.filter((name) => name === 'consent.documented')).toHaveLength(2)
    expect(names.filter((name) => name === 'consent.answered')).toHaveLength(2)
  })

  test('the same key with another paper asks for something else', async () => {
    const key = newId()
    expect((await record(png(), { key })).statusCode).toBe(303)
    expect((await record(pdf(), { key })).statusCode).toBe(422)
  })

  test('a teacher sends none: no file of theirs is looked at', async () => {
    const before = await kept()
    expect((await record(png(), { as: 'joan' })).statusCode).toBe(403)
    expect(await kept()).toEqual(before)
  })
})
