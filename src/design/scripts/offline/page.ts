// The one page a device keeps: how it is read from the house, and how it shows what waits.
import { incidents, meantHere, page, readPresses, type Kept, waits } from './device.ts'

const ofPage = 'crisis-page'

const after = (html: string, sign: string) => html.split(sign).slice(1).join(sign)
export const csrfIn = (html: string) => after(html, 'name="_csrf" value="').split('"')[0] ?? ''
export const readerIn = (html: string) => after(html, 'data-reader="').split('"')[0] ?? ''

/** Reads the page anew and what it is made of, without whose session it was read in. */
export async function prepare(): Promise<void> {
  const reply = await fetch(page, { headers: { accept: 'text/html' }, cache: 'no-store' })
  if (!reply.ok || reply.redirected) return
  const html = (await reply.text()).replaceAll(/(name="_(?:csrf|key)" value=")[^"]*/g, '$1')
  const cache = await caches.open(ofPage)
  const needed = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path = '']) => path)
  for (const path of needed) if ((await cache.match(path)) === undefined) await cache.add(path)
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url)
    if (pathname !== page && !needed.includes(pathname)) await cache.delete(url)
  }
  const headers = new Headers(reply.headers)
  headers.delete('content-length')
  await cache.put(page, new Response(html, { headers }))
}

export const cachedPage = async () => (await caches.open(ofPage)).match(page)
/** As it stands on the page. */
const asText = (words: string) =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** Which code of a press says what it is. */
const ofLabel = ['action', 'role', 'exception', 'mode', 'disposition', 'result', 'response']
/** What a press is called on the page that is kept. */
function labelOf({ path, given }: Kept, html: string): string {
  const { schoolId, school } = given
  if (path !== incidents) {
    const name = ofLabel.find((each) => given[each] !== undefined) ?? ''
    const pressed = after(html, `name="${name}" value="${String(given[name])}"`)
    return /<button[^>]*>([^<]*)/.exec(pressed)?.[1] ?? String(given[name] ?? '')
  }
  const begin = after(html, 'data-begin="').split('"')[0] ?? ''
  const ofSchool = /^[^>]*>([^<]*)/.exec(after(html, `value="${String(schoolId)}"`))?.[1] ?? begin
  if (school !== undefined) return `${begin}: ${asText(String(school))}`
  return html.includes('<option') && ofSchool !== begin ? `${begin}: ${ofSchool}` : ofSchool
}

/** A line of the list, made like the one the page has for it. */
const lineOf = (press: Kept, html: string, like: string) =>
  like.replace('>~<', () => `>${new Date(press.at).toTimeString().slice(0, 5)} ${labelOf(press, html)}<`)

/** Why the page is shown: there is no network, the session has ended, or something was not taken. */
export type Why = 'off' | 'out' | 'refused'

/** The page as it is without a network, or signed out: then it says so, and leads back here by signing in. */
function saying(html: string, { why, id }: { why: Exclude<Why, 'refused'>; id: string | undefined }): string {
  const shown = html
    .replaceAll('hidden data-offline', 'data-offline')
    .replaceAll('data-online', 'hidden data-online')
    .replaceAll(`hidden data-why="${why}"`, `data-why="${why}"`)
  if (why === 'off') return shown
  const [, title = ''] = /<h1[^>]*>([^<]*)/.exec(html) ?? []
  const back = encodeURIComponent(id === undefined ? '/crisis' : `${incidents}/${id}`)
  return shown
    .replaceAll(`>${title}`, () => `>${after(html, 'data-out="').split('"')[0]}`)
    .replaceAll('data-again', 'hidden data-again')
    .replaceAll('?to=%2Fcrisis"', () => `?to=${back}"`)
}

/** The page that is kept, for an incident or before one, with what waits on this device. */
export async function keptPage({ id, why = 'off' }: { id?: string | undefined; why?: Why }) {
  const cached = await cachedPage()
  if (cached === undefined) return Response.error()
  const html = await cached.text()
  const reader = readerIn(html)
  const own = (await readPresses()).filter((each) => each.reader === reader)
  const meant = id === undefined ? await meantHere(reader) : { key: id, isSent: false }
  const [waiting = '~', refused = '~'] = html.match(/<li>(?:(?!<\/li>)[^])*>~<\/span><\/li>/g) ?? []
  const lines = own.map((each) => lineOf(each, html, waits(each) ? waiting : refused))
  const reached = why === 'refused'
  const shown = (reached ? html : saying(html, { why, id: meant?.key }))
    .replaceAll('hidden data-begun', meant === undefined || reached ? 'hidden data-begun' : 'data-begun')
    .replaceAll('hidden data-waits', own.length === 0 ? 'hidden data-waits' : 'data-waits')
    .replaceAll('data-begin', meant === undefined || meant.isSent ? 'data-begin' : 'hidden data-begin')
    .replace(waiting, () => lines.join(''))
    .replace(refused, '')
    .replaceAll(`${incidents}/~/`, `${incidents}/${meant?.key ?? '~'}/`)
    .replaceAll('name="_key" value=""', () => `name="_key" value="${crypto.randomUUID()}"`)
  return new Response(shown, { headers: cached.headers })
}

/** Whether it is a school of the list on the page, and not something that was typed. */
export const isListed = (school: string, html: string) => html.includes(`<option>${asText(school)}</option>`)
