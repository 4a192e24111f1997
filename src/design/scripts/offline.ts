// Works for the crisis pages of one device while there is no network, and for no other page. It keeps one
// page with whom to call, the script and presses. What is pressed meanwhile stays on the device, as codes and
// times and nothing that was typed, and is sent when the network is back: each under a key of its own, so
// that none comes twice. Signing out clears all of it.

type Kept = {
  key: string
  /** When it was pressed, by the clock of the device. */
  at: string
  path: string
  given: Record<string, string>
  /** Whose it is: it is sent as them, or not at all. */
  reader: string
  /** Why the house did not take it. */
  refused?: string
}
type Fetching = Event & {
  request: Request
  respondWith(reply: Promise<Response>): void
  waitUntil(work: Promise<unknown>): void
}

const page = '/crisis/offline'
const incidents = '/crisis/incidents'
const ofPage = 'crisis-page'
const ofPresses = 'crisis-presses'

/** What a press may hold: ids, codes, days and times. What somebody typed is never kept. */
const fields = new Set(
  'action role self response callId result schoolId studentId onPremises atTime onDay startedTime'.split(' '),
)
const isCode = (value: string) => /^[0-9a-z_:-]{1,40}$/.test(value)
const steps = new Set('safety roles responses responses/results acknowledgement'.split(' '))
/** Whether a press is one that is kept: the beginning of an incident, or a step that needs no word. */
function isKept(pathname: string): boolean {
  const [id = '', ...step] = pathname.slice(incidents.length + 1).split('/')
  return pathname === incidents || (/^(?:~|[0-9a-f-]{36})$/.test(id) && steps.has(step.join('/')))
}
/** Answers of something before the house that cannot reach it. */
const isOutage = ({ status }: Response) => [502, 503, 504].includes(status)

const after = (html: string, sign: string) => html.split(sign).slice(1).join(sign)
const csrfIn = (html: string) => after(html, 'name="_csrf" value="').split('"')[0] ?? ''
const readerIn = (html: string) => after(html, 'data-reader="').split('"')[0] ?? ''

/** Reads the page anew and what it is made of, without whose session it was read in. */
async function prepare(): Promise<void> {
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

async function readPresses(): Promise<Kept[]> {
  const cache = await caches.open(ofPresses)
  const read = async (each: Request) => (await (await cache.match(each))?.json()) as Kept
  const all = await Promise.all((await cache.keys()).map(read))
  return all.sort((one, other) => (one.at < other.at ? -1 : 1))
}
const nameOf = ({ key }: Pick<Kept, 'key'>) => `${page}/${key}`
const write = async (press: Kept) =>
  (await caches.open(ofPresses)).put(nameOf(press), new Response(JSON.stringify(press)))
const forget = async (press: Kept) => (await caches.open(ofPresses)).delete(nameOf(press))

/** What an incident that was begun here became, while this worker lives. */
let became: string | undefined

async function ask({ path, key }: Kept, csrf: string, given: object): Promise<Response> {
  const json = { accept: 'application/json', 'content-type': 'application/json' }
  const headers = { ...json, 'x-csrf-token': csrf, 'idempotency-key': key }
  return fetch(path, { method: 'POST', headers, body: JSON.stringify(given) })
}

/** Sends one press. The same key is answered as before, should that answer have been lost. */
async function sendOne(press: Kept, csrf: string): Promise<'sent' | 'waits' | 'refused'> {
  let reply = await ask(press, csrf, { ...press.given, happenedAt: press.at })
  let said = (await reply.json().catch(() => ({}))) as { code?: string; incidentId?: string }
  if (said.code === 'key_used_differently') {
    // It had arrived after all, as the page itself sent it.
    reply = await ask(press, csrf, press.given)
    said = (await reply.json().catch(() => ({}))) as typeof said
    if (said.code === 'key_used_differently') return 'sent'
  }
  if (reply.ok) {
    if (said.incidentId !== undefined) await joinTo(press.key, said.incidentId)
    return 'sent'
  }
  return reply.status === 422 ? 'refused' : 'waits'
}

/** What was pressed for an incident that was begun here goes to the one it became. */
async function joinTo(key: string, incidentId: string): Promise<void> {
  became = incidentId
  for (const press of await readPresses())
    await write({ ...press, path: press.path.replace(`${incidents}/${key}/`, `${incidents}/${incidentId}/`) })
}

async function sendAll(): Promise<void> {
  if ((await readPresses()).every(({ refused }) => refused !== undefined)) return
  const reply = await fetch(page, { headers: { accept: 'text/html' } })
  if (!reply.ok) return
  const html = await reply.text()
  const reader = readerIn(html)
  for (const { key } of await readPresses()) {
    const press = (await readPresses()).find((each) => each.key === key)
    if (press === undefined || press.reader !== reader || press.refused !== undefined) continue
    const fate = await sendOne(press, csrfIn(html))
    if (fate === 'waits') return
    if (fate === 'sent') await forget(press)
    else await write({ ...press, refused: 'yes' })
  }
}

let sending: Promise<void> | undefined
const send = (): Promise<void> => {
  sending ??= sendAll()
    .catch(() => undefined)
    .finally(() => (sending = undefined))
  return sending
}

const keptPage = async () => (await caches.open(ofPage)).match(page)
const incidentIn = (pathname: string) => /incidents\/([0-9a-f-]{36})/.exec(pathname)?.[1]

/** A line of the list, made like the one the page has for it. */
function lineOf({ at, path, given }: Kept, html: string, like: string): string {
  const code = given['action'] ?? given['role'] ?? given['result'] ?? given['response'] ?? ''
  const place = path === incidents ? `action="${incidents}"` : `value="${code}"`
  const label = /<button[^>]*>([^<]*)/.exec(after(html, place))?.[1] ?? code
  return like.replace('>~<', () => `>${new Date(at).toTimeString().slice(0, 5)} ${label}<`)
}

/** The page that is kept, for an incident or before one, with what waits on this device. */
async function offlinePage(pathname: string): Promise<Response> {
  const cached = await keptPage()
  if (cached === undefined) return Response.error()
  const html = await cached.text()
  const own = (await readPresses()).filter(({ reader }) => reader === readerIn(html))
  const [waits = '~', refused = '~'] = html.match(/<li>(?:(?!<\/li>)[^])*>~<\/span><\/li>/g) ?? []
  const lines = own.map((each) => lineOf(each, html, each.refused === undefined ? waits : refused))
  const id = incidentIn(pathname) ?? (own.some(({ path }) => path === incidents) ? '~' : undefined)
  const shown = html
    .replaceAll('hidden data-offline', '')
    .replaceAll('data-online', 'hidden')
    .replaceAll('hidden data-waits', own.length === 0 ? 'hidden' : '')
    .replaceAll('data-begin', id === undefined ? '' : 'hidden')
    .replace(waits, () => lines.join(''))
    .replace(refused, '')
    .replaceAll(`${incidents}/~/`, `${incidents}/${id ?? '~'}/`)
  return new Response(shown, { headers: cached.headers })
}

/** The incident that was begun on this device and has no other name yet: it is begun where it was not. */
async function begunHere(reader: string): Promise<string> {
  const before = (await readPresses()).findLast(({ path }) => path === incidents)
  if (before !== undefined) return before.key
  const key = crypto.randomUUID()
  await write({ key, at: new Date().toISOString(), path: incidents, given: {}, reader })
  return key
}

async function keep(form: FormData, pathname: string): Promise<void> {
  const given = Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      fields.has(name) && typeof value === 'string' && isCode(value) ? [[name, value]] : [],
    ),
  )
  const reader = readerIn((await (await keptPage())?.text()) ?? '')
  const path = pathname.includes('~') ? pathname.replace('~', await begunHere(reader)) : pathname
  const own = form.get('_key')
  const key = typeof own === 'string' && own !== '' ? own : crypto.randomUUID()
  await write({ key, at: new Date().toISOString(), path, given, reader })
  // Where the browser can, it sends when the network is back though no page is open.
  await worker.registration.sync?.register('send').catch(() => undefined)
}

async function press(request: Request, pathname: string): Promise<Response> {
  const form = await request.clone().formData()
  const isOurs = form.get('_csrf') === ''
  if (!isOurs) {
    const reply = await fetch(request).catch(() => undefined)
    if (reply !== undefined && !isOutage(reply)) return reply
  }
  if (isKept(pathname)) await keep(form, pathname)
  if (isOurs) await send()
  if (isOurs && (await readPresses()).length === 0) return goOn(pathname)
  return offlinePage(pathname)
}

/** Once everything was sent, to the incident itself. */
function goOn(pathname: string): Response {
  const id = incidentIn(pathname) ?? became
  return Response.redirect(id === undefined ? '/crisis' : `${incidents}/${id}`, 303)
}

async function read(request: Request, pathname: string): Promise<Response> {
  const waited = (await readPresses()).length
  if (waited > 0) await send()
  if (waited > 0 && pathname.includes('~')) return goOn(pathname)
  const reply = await fetch(request).catch(() => undefined)
  return reply === undefined || isOutage(reply) ? offlinePage(pathname) : reply
}

const on = (name: string, heed: (event: Fetching) => void) =>
  addEventListener(name, heed as unknown as EventListener)
const worker = globalThis as unknown as {
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
  registration: { sync?: { register(name: string): Promise<void> } }
}

on('install', (event) => event.waitUntil(prepare().then(() => worker.skipWaiting())))
on('activate', (event) => event.waitUntil(worker.clients.claim()))
on('message', (event) => event.waitUntil(prepare().then(send)))
on('sync', (event) => event.waitUntil(send()))
on('fetch', (event) => {
  const { request } = event
  const { pathname, origin } = new URL(request.url)
  if (origin !== location.origin) return
  if (request.mode === 'navigate' && /^\/crisis(?:\/|$)/.test(pathname))
    event.respondWith(request.method === 'POST' ? press(request, pathname) : read(request, pathname))
  else if (pathname.startsWith('/assets/'))
    event.respondWith(fetch(request).catch(async () => (await caches.match(pathname)) ?? Response.error()))
})
