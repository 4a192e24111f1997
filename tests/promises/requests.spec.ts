import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { asking } from '#platform/http/asked-in-body.ts'
import type { Browser } from '../support/browser.ts'
import { filledIn, wholeHouse } from '../support/whole-house.ts'

// Every address is asked several times: that takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

let house: Awaited<ReturnType<typeof wholeHouse>>
let yolanda: Browser
beforeAll(async () => {
  house = await wholeHouse()
  yolanda = await house.front.signedIn('yolanda', house.browser())
  await yolanda.get('/account')
})
afterAll(() => house.close())

/** What a machine outside signs: no session is used, and without the signature there is nothing there. */
const signed: ReadonlySet<string> = new Set(['messages/note-text-status', 'messages/note-text-answer'])
const changing = () =>
  house.app.listed.filter(({ method, behind }) => method !== 'GET' && !signed.has(behind))
const reading = () => house.app.listed.filter(({ method }) => method === 'GET')

const elsewhere: Record<string, Record<string, string>> = {
  'another site': { origin: 'https://elsewhere.example' },
  'another port of ours': { origin: 'http://localhost:8080' },
  'a page without an origin': { origin: 'null' },
  'nowhere it would say': { origin: '' },
  'another site, with our origin': { origin: 'http://localhost', 'sec-fetch-site': 'cross-site' },
  'a neighbour under the same name': { origin: 'http://localhost', 'sec-fetch-site': 'same-site' },
}

/** Sends a form to an address as the signed-in browser would, and answers the code of the refusal. */
async function sent(method: string, address: string, headers: Record<string, string>) {
  const cookie = [...yolanda.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const multipart = address === '/roster/imports' || address.endsWith('/documents')
  const type = multipart ? 'multipart/form-data; boundary=x' : 'application/x-www-form-urlencoded'
  const field = `--x\r\ncontent-disposition: form-data; name="_csrf"\r\n\r\n${yolanda.csrf}\r\n--x--\r\n`
  const { origin = '', ...rest }: Record<string, string> = {
    host: 'localhost',
    accept: 'application/json',
    cookie,
    ...headers,
  }
  const reply = await house.app.inject({
    method: method as 'POST',
    url: filledIn(address),
    headers: { 'content-type': type, ...rest, ...(origin !== '' && { origin }) },
    payload: multipart ? field : new URLSearchParams({ _csrf: yolanda.csrf }).toString(),
  })
  return { status: reply.statusCode, code: /"code":"(\w+)"/.exec(reply.body)?.[1] }
}

describe('A form that was not sent from a page of ours', () => {
  test.each(Object.entries(elsewhere))('is refused at every address: from %s', async (_, headers) => {
    const addresses = changing()
    expect(addresses.length).toBeGreaterThan(120)
    const taken: string[] = []
    for (const { method, address } of addresses) {
      const { status, code } = await sent(method, address, headers)
      if (status !== 403 || code !== 'wrong_origin') taken.push(`${method} ${address}: ${status} ${code}`)
    }
    expect(taken).toEqual([])
  })

  test('is not even answered where a signature is asked for, with a session as well', async () => {
    const addresses = house.app.listed.filter(({ behind }) => signed.has(behind))
    expect(addresses).toHaveLength(signed.size)
    for (const { method, address } of addresses)
      expect(await sent(method, address, { origin: 'http://localhost' })).toEqual({
        status: 404,
        code: 'not_found',
      })
  })

  test('from the right page is let through to be judged, at every address but those that end the session', async () => {
    const ending = /sign-out|session-end/
    const refused: string[] = []
    for (const { method, address } of changing().filter((one) => !ending.test(one.address))) {
      const { code } = await sent(method, address, { origin: 'http://localhost' })
      if (code === 'wrong_origin') refused.push(`${method} ${address}`)
    }
    expect(refused).toEqual([])
  })
})

describe('Every answer', () => {
  test('to somebody signed in is kept by no cache, is not taken for something else, and stands in no frame', async () => {
    const lacking: string[] = []
    let opened = 0
    for (const { address } of reading().filter(({ behind }) => behind !== 'design/assets')) {
      const { headers, body, statusCode } = await yolanda.get(filledIn(address))
      if (statusCode === 200) opened += 1
      const policy = String(headers['content-security-policy'])
      const kept = [
        headers['cache-control'] === 'no-store',
        headers['x-content-type-options'] === 'nosniff',
        headers['referrer-policy'] === 'same-origin',
        headers['access-control-allow-origin'] === undefined,
        /default-src 'none'.*frame-ancestors 'none'.*base-uri 'none'/.test(policy),
        body === '' || /charset=utf-8|^application\/(?:problem\+)?json/.test(String(headers['content-type'])),
      ]
      if (kept.includes(false)) lacking.push(`${address}: ${statusCode} ${kept.indexOf(false)}`)
    }
    expect(lacking).toEqual([])
    expect(opened).toBeGreaterThan(20)
  })

  test('is the same for a page that changes nothing however it is asked: no address is changed by reading', async () => {
    const { rows: before } = await house.front.admin.query(counted)
    for (const { address } of reading()) await yolanda.get(filledIn(address))
    const typed = house.app.listed.filter(({ method }) => method === asking)
    for (const { address } of typed)
      await yolanda.send(filledIn(address), { _method: asking, q: 'x', name: 'x' })
    expect(typed.length).toBeGreaterThan(8)
    const { rows: after } = await house.front.admin.query(counted)
    expect(after).toEqual(before)
  })

  test('over TLS asks to be reached over TLS for a year, and one that is not there too', async () => {
    const safe = await wholeHouse({ secure: true })
    for (const url of ['/sign-in', '/no-such-page', '/today', '/healthz']) {
      const { headers } = await safe.app.inject({ url, headers: { host: 'localhost' } })
      expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
    }
    await safe.close()
  })

  test('to TRACE, and to a method nobody declared, is a refusal', async () => {
    for (const method of ['TRACE', 'PUT', 'PATCH', 'OPTIONS', 'DELETE'] as const) {
      const { statusCode } = await house.app.inject({ method: method as 'PUT', url: '/today' })
      expect([method, statusCode >= 400]).toEqual([method, true])
    }
  })
})

/** What an act writes down, and nothing else does. */
const counted = `select count(*) from audit_event where kind in ('change', 'sign_in')`
