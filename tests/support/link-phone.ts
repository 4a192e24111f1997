import { newId } from '#platform/ids.ts'
import type { CastKey } from '../riverside/cast.ts'
import type { pagesOf } from './pages.ts'

type Pages = Pick<Awaited<ReturnType<typeof pagesOf>>, 'app'>
type Fields = Record<string, string>
const host = 'riverside.example'
const site = { host, 'origin': `http://${host}`, 'accept': 'text/html', 'sec-fetch-site': 'same-origin' }
const form = { 'content-type': 'application/x-www-form-urlencoded' }

/** What a hidden field of a page holds. */
export const hiddenIn = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

/** A browser of somebody who has no account: it keeps cookies, follows nothing, and runs no scripts. */
export function phoneOf({ app }: Pages) {
  const jar = new Map<string, string>()
  let signedIn: Fields = {}
  const ask = async (method: 'GET' | 'POST', url: string, fields?: Fields) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const payload = fields && { payload: new URLSearchParams(fields).toString() }
    const reply = await app.inject({
      method,
      url,
      headers: { ...site, ...signedIn, cookie, ...(fields && form) },
      ...payload,
    })
    for (const { name, value } of reply.cookies) jar.set(name, value)
    const { statusCode: status, body: html, headers } = reply
    return { status, html, headers, location: headers.location }
  }
  return {
    get: (url: string) => ask('GET', url),
    post: (url: string, fields: Fields) => ask('POST', url, fields),
    /** Somebody signs in at this browser, whatever it kept before. */
    signsIn(key: CastKey) {
      signedIn = { 'x-cast': key }
    },
    /** Sends a form of a page as that page would: its token, and a fresh key. */
    async send(page: string, url: string, fields: Fields) {
      const { html } = await ask('GET', page)
      return ask('POST', url, { _csrf: hiddenIn(html, '_csrf'), _key: newId(), ...fields })
    },
  }
}

/** A birth date as the fields of the door. */
export const bornAs = (day: string): Fields => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { year, month: String(Number(month)), day: String(Number(date)) }
}
