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
  data: unknown
  respondWith(reply: Promise<Response>): void
  waitUntil(work: Promise<unknown>): void
}

const page = '/crisis/offline'
const incidents = '/crisis/incidents'
const ofPage = 'crisis-page'
const ofPresses = 'crisis-presses'
const ofBegun = 'crisis-begun'

/** How long the house is waited for, in milliseconds. */
const patience = 4000
/** The same press again so soon is the same. */
const twice = 5000
/** So long a step that names no incident goes to the one that was begun here last. */
const aMoment = 15 * 60_000

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
  return all.sort((one, other) => Number(one.at > other.at) - Number(one.at < other.at))
}
const nameOf = ({ key }: Pick<Kept, 'key'>) => `${page}/${key}`
const write = async (press: Kept) =>
  (await caches.open(ofPresses)).put(nameOf(press), new Response(JSON.stringify(press)))
const waits = ({ refused }: Kept) => refused === undefined
const begins = ({ path }: Kept) => path === incidents
const forget = async (press: Kept) => (await caches.open(ofPresses)).delete(nameOf(press))

/** What an incident that was begun here became: by the key of its beginning. */
type Begun = { key: string; incidentId: string; at: string; reader: string }

async function readBegun(): Promise<Begun[]> {
  const cache = await caches.open(ofBegun)
  const read = async (each: Request) => (await (await cache.match(each))?.json()) as Begun
  return Promise.all((await cache.keys()).map(read))
}
const noteBegun = async ({ key, at, reader }: Kept, incidentId: string) =>
  (await caches.open(ofBegun)).put(
    nameOf({ key }),
    new Response(JSON.stringify({ key, at, reader, incidentId })),
  )

const incidentIn = (pathname: string) => /incidents\/([0-9a-f-]{36})/.exec(pathname)?.[1]
/** Which incident a press belongs to: one that was begun here is called by the key of its beginning. */
const incidentOf = (press: Kept) => (begins(press) ? press.key : incidentIn(press.path))

/** The address in the house, which knows an incident that was begun here by what it became. */
async function addressOf(path: string): Promise<string> {
  const id = incidentIn(path)
  const begun = (await readBegun()).find(({ key }) => key === id)
  return begun === undefined ? path : path.replace(begun.key, begun.incidentId)
}

async function ask({ path, key }: Kept, csrf: string, given: object): Promise<Response> {
  const json = { accept: 'application/json', 'content-type': 'application/json' }
  const headers = { ...json, 'x-csrf-token': csrf, 'idempotency-key': key }
  const signal = AbortSignal.timeout(patience)
  return fetch(await addressOf(path), { method: 'POST', headers, body: JSON.stringify(given), signal })
}

type Said = { code?: string; incidentId?: string }
/** Whether the house will never take it. Whatever else it says may be different the next time. */
const isRefusal = (status: number, { code }: Said) =>
  [404, 422].includes(status) || (status === 409 && code === 'refused')

/** Sends one press. The same key is answered as before, should that answer have been lost. */
async function sendOne(press: Kept, csrf: string): Promise<'sent' | 'waits' | 'refused'> {
  let reply = await ask(press, csrf, { ...press.given, happenedAt: press.at })
  let said = (await reply.json().catch(() => ({}))) as Said
  if (said.code === 'key_used_differently') {
    // It had arrived after all, as the page itself sent it.
    reply = await ask(press, csrf, press.given)
    said = (await reply.json().catch(() => ({}))) as Said
    if (said.code === 'key_used_differently') return 'sent'
  }
  if (reply.ok) {
    if (begins(press) && said.incidentId !== undefined) await noteBegun(press, said.incidentId)
    return 'sent'
  }
  return isRefusal(reply.status, said) ? 'refused' : 'waits'
}

/** Marks a press as one that was refused, and with a beginning what belongs to it. */
async function markRefused(press: Kept): Promise<void> {
  for (const each of await readPresses())
    if (each.key === press.key || (begins(press) && incidentOf(each) === press.key))
      await write({ ...each, refused: 'yes' })
}

/**
 * Sends what waits, in its order. Where a press of an incident has to wait, those after it wait with it, and
 * other incidents do not. Without a network nothing more is tried.
 */
async function sendAll(): Promise<void> {
  if (!(await readPresses()).some(waits)) return
  const reply = await fetch(page, { headers: { accept: 'text/html' }, signal: AbortSignal.timeout(patience) })
  if (!reply.ok) return
  const html = await reply.text()
  const reader = readerIn(html)
  const waiting = new Set<string | undefined>()
  for (const { key } of await readPresses()) {
    const press = (await readPresses()).find((each) => each.key === key)
    if (press === undefined || press.reader !== reader || !waits(press)) continue
    if (waiting.has(incidentOf(press))) continue
    const fate = await sendOne(press, csrfIn(html))
    if (fate === 'sent') await forget(press)
    else if (fate === 'refused') await markRefused(press)
    else waiting.add(incidentOf(press))
  }
}

let sending: Promise<unknown> = Promise.resolve()
/** Once at a time: what was pressed while something is sent goes next. */
const send = () => (sending = sending.then(sendAll).catch(() => undefined))

const cachedPage = async () => (await caches.open(ofPage)).match(page)
/** As it stands on the page. */
const asText = (words: string) =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** What a press is called on the page that is kept. */
function labelOf({ path, given }: Kept, html: string): string {
  const { schoolId, school } = given
  if (path !== incidents) {
    const code = given['action'] ?? given['role'] ?? given['result'] ?? given['response'] ?? ''
    return /<button[^>]*>([^<]*)/.exec(after(html, `value="${code}"`))?.[1] ?? code
  }
  const begin = after(html, 'data-begin="').split('"')[0] ?? ''
  const ofSchool = /^[^>]*>([^<]*)/.exec(after(html, `value="${schoolId}"`))?.[1] ?? begin
  if (school !== undefined) return `${begin}: ${asText(school)}`
  return html.includes('<option') && ofSchool !== begin ? `${begin}: ${ofSchool}` : ofSchool
}

/** A line of the list, made like the one the page has for it. */
const lineOf = (press: Kept, html: string, like: string) =>
  like.replace('>~<', () => `>${new Date(press.at).toTimeString().slice(0, 5)} ${labelOf(press, html)}<`)

/**
 * The incident that is meant where a page names none: one that was begun here and not sent yet, or one that
 * became the house's a moment ago.
 */
async function meantHere(reader: string): Promise<{ key: string; isSent: boolean } | undefined> {
  const unsent = (await readPresses()).findLast(
    (each) => begins(each) && waits(each) && each.reader === reader,
  )
  if (unsent !== undefined) return { key: unsent.key, isSent: false }
  const since = new Date(Date.now() - aMoment).toISOString()
  const begun = (await readBegun()).findLast((each) => each.reader === reader && each.at > since)
  return begun && { key: begun.key, isSent: true }
}

/** The page that is kept, for an incident or before one, with what waits on this device. */
async function keptPage({ id, reached = false }: { id?: string | undefined; reached?: boolean }) {
  const cached = await cachedPage()
  if (cached === undefined) return Response.error()
  const html = await cached.text()
  const reader = readerIn(html)
  const own = (await readPresses()).filter((each) => each.reader === reader)
  const meant = id === undefined ? await meantHere(reader) : { key: id, isSent: false }
  const [waiting = '~', refused = '~'] = html.match(/<li>(?:(?!<\/li>)[^])*>~<\/span><\/li>/g) ?? []
  const lines = own.map((each) => lineOf(each, html, waits(each) ? waiting : refused))
  const offline = reached
    ? html
    : html.replaceAll('hidden data-offline', 'data-offline').replaceAll('data-online', 'hidden data-online')
  const shown = offline
    .replaceAll('hidden data-begun', meant === undefined || reached ? 'hidden data-begun' : 'data-begun')
    .replaceAll('hidden data-waits', own.length === 0 ? 'hidden data-waits' : 'data-waits')
    .replaceAll('data-begin', meant === undefined || meant.isSent ? 'data-begin' : 'hidden data-begin')
    .replace(waiting, () => lines.join(''))
    .replace(refused, '')
    .replaceAll(`${incidents}/~/`, `${incidents}/${meant?.key ?? '~'}/`)
    .replaceAll('name="_key" value=""', () => `name="_key" value="${crypto.randomUUID()}"`)
  return new Response(shown, { headers: cached.headers })
}

/** The incident a step is of that names none: it is begun where it was not. */
async function begunHere(reader: string): Promise<string> {
  const before = await meantHere(reader)
  if (before !== undefined) return before.key
  const key = crypto.randomUUID()
  await write({ key, at: new Date().toISOString(), path: incidents, given: {}, reader })
  return key
}

/** Whether it is a school of the list on the page, and not something that was typed. */
const isListed = (school: string, html: string) => html.includes(`<option>${asText(school)}</option>`)

const lately = new Map<string, number>()
/** Whether the same was pressed just before: a hand that pressed twice. */
function isSecondPress(path: string, given: object): boolean {
  const sign = JSON.stringify([path, given])
  const since = Date.now() - (lately.get(sign) ?? 0)
  if (since >= twice) lately.set(sign, Date.now())
  return since < twice
}

/** @returns the incident it belongs to, or nothing where it has to be said first at which school it begins */
async function keep(form: FormData, pathname: string): Promise<string | undefined> {
  const given: Record<string, string> = Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      fields.has(name) && typeof value === 'string' && isCode(value) ? [[name, value]] : [],
    ),
  )
  const html = (await (await cachedPage())?.text()) ?? ''
  const school = form.get('school')
  if (typeof school === 'string' && isListed(school, html)) given['school'] = school
  const reader = readerIn(html)
  const meant = await meantHere(reader)
  if (pathname === incidents) {
    if (meant?.isSent === false) return meant.key
    if (isSecondPress(pathname, given)) return meant?.key
    const isAt = ['schoolId', 'school', 'studentId'].some((name) => name in given)
    if (html.includes('data-begun') && !isAt) return undefined
  }
  const path = pathname.includes('~') ? pathname.replace('~', await begunHere(reader)) : pathname
  const own = form.get('_key')
  const key = typeof own === 'string' && own !== '' ? own : crypto.randomUUID()
  const press = { key, at: new Date().toISOString(), path, given, reader }
  const isKnown = [...(await readPresses()), ...(await readBegun())].some((each) => each.key === key)
  if (!isKnown && (begins(press) || !isSecondPress(path, given))) await write(press)
  // Where the browser can, it sends when the network is back though no page is open.
  await worker.registration.sync?.register('send').catch(() => undefined)
  return incidentOf(press)
}

let keeping: Promise<unknown> = Promise.resolve()
/** One after the other: of two presses at once the second finds what the first left. */
function keepNext(form: FormData, pathname: string): Promise<string | undefined> {
  const next = keeping.then(() => keep(form, pathname))
  keeping = next.catch(() => undefined)
  return next
}

/** What comes of it in time, if anything does. It may arrive later: what is sent again has the same key. */
const inTime = (reply: Promise<Response>) =>
  Promise.race([
    reply.catch(() => undefined),
    new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patience)),
  ])

async function press(request: Request, pathname: string): Promise<Response> {
  const form = await request.clone().formData()
  const isOurs = form.get('_csrf') === ''
  if (!isOurs) {
    const reply = await inTime(fetch(request))
    if (reply !== undefined && !isOutage(reply)) return reply
  }
  const kept = isKept(pathname) ? await keepNext(form, pathname) : undefined
  const id = kept ?? incidentIn(pathname)
  if (isOurs) await send()
  const next = isOurs ? await nextOf(id) : undefined
  return next === undefined ? keptPage({ id }) : Response.redirect(next, 303)
}

/** Where somebody goes on once nothing waits any more: to what was refused, or to the incident itself. */
async function nextOf(named: string | undefined): Promise<string | undefined> {
  const reader = readerIn((await (await cachedPage())?.text()) ?? '')
  const id = named ?? (await meantHere(reader))?.key
  const own = (await readPresses()).filter((each) => each.reader === reader)
  if (own.some(waits)) return undefined
  if (own.some((each) => incidentOf(each) === id)) return page
  return id === undefined ? '/crisis' : addressOf(`${incidents}/${id}`)
}

async function read(request: Request, pathname: string): Promise<Response> {
  const all = await readPresses()
  if (all.some(waits)) await send()
  const id = incidentIn(pathname)
  const isOfDevice = pathname.includes('~') || [...all, ...(await readBegun())].some(({ key }) => key === id)
  const next = isOfDevice ? await nextOf(id) : undefined
  if (next !== undefined) return Response.redirect(next, 303)
  const reply = await fetch(request).catch(() => undefined)
  if (reply === undefined || isOutage(reply)) return keptPage({ id })
  const hasMore = pathname === page && reply.ok && (await readPresses()).length > 0
  return hasMore ? keptPage({ reached: true }) : reply
}

/** Sends, and says to the pages that show what waits where they go on. */
async function sendAndSay(): Promise<void> {
  if (!(await readPresses()).some(waits)) return
  await send()
  for (const client of await worker.clients.matchAll()) {
    const next = await nextOf(incidentIn(new URL(client.url).pathname))
    if (next !== undefined) client.postMessage(next, [])
  }
}

const on = (name: string, heed: (event: Fetching) => void) =>
  addEventListener(name, heed as unknown as EventListener)
const worker = globalThis as unknown as {
  skipWaiting(): Promise<void>
  clients: {
    claim(): Promise<void>
    matchAll(): Promise<{ url: string; postMessage(next: string, moved: []): void }[]>
  }
  registration: { sync?: { register(name: string): Promise<void> } }
}

on('install', (event) => event.waitUntil(prepare().then(() => worker.skipWaiting())))
on('activate', (event) => event.waitUntil(worker.clients.claim()))
on('message', (event) =>
  event.waitUntil(
    (event.data === 'look' ? prepare().catch(() => undefined) : Promise.resolve()).then(sendAndSay),
  ),
)
on('sync', (event) => event.waitUntil(sendAndSay()))
on('fetch', (event) => {
  const { request } = event
  const { pathname, origin } = new URL(request.url)
  if (origin !== location.origin) return
  if (request.mode === 'navigate' && /^\/crisis(?:\/|$)/.test(pathname))
    event.respondWith(request.method === 'POST' ? press(request, pathname) : read(request, pathname))
  else if (pathname.startsWith('/assets/'))
    event.respondWith(fetch(request).catch(async () => (await caches.match(pathname)) ?? Response.error()))
})
