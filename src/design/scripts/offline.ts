// Works for the crisis pages of one device while there is no network or the session has ended, and for no
// other page. It keeps one page with whom to call, the script and presses. What is pressed meanwhile stays on
// the device, as codes and times and nothing that was typed, and is sent when the network is back and the
// same person signed in: each under a key of its own, so that none comes twice. Signing out clears all of it.
import {
  incidentIn,
  incidentOf,
  incidents,
  meantHere,
  page,
  readBegun,
  readPresses,
  waits,
  worker,
} from './offline/device.ts'
import { cachedPage, keptPage, prepare, readerIn } from './offline/page.ts'
import { isAllKept, isKept, keepNext } from './offline/pressing.ts'
import { addressOf, inTime, isSignedOut, send } from './offline/sending.ts'

type Fetching = Event & {
  request: Request
  data: unknown
  respondWith(reply: Promise<Response>): void
  waitUntil(work: Promise<unknown>): void
}

/** Answers of something before the house that cannot reach it. */
const isOutage = ({ status }: Response) => [502, 503, 504].includes(status)

/** Whether a press is kept though the house answered: nobody is signed in, and no word would be lost. */
const isKeptSignedOut = async (reply: Response, { form, pathname }: { form: FormData; pathname: string }) =>
  isSignedOut(reply) &&
  isKept(pathname, form) &&
  (await isAllKept(form)) &&
  (await cachedPage()) !== undefined

async function press(request: Request, pathname: string): Promise<Response> {
  const form = await request.clone().formData()
  const isOurs = form.get('_csrf') === ''
  const reply = isOurs ? undefined : await inTime(fetch(request))
  let isOut = reply !== undefined && (await isKeptSignedOut(reply, { form, pathname }))
  if (reply !== undefined && !isOutage(reply) && !isOut) return reply
  const kept = isKept(pathname, form) ? await keepNext(form, pathname) : undefined
  const id = kept ?? incidentIn(pathname)
  if (isOurs) isOut = await send()
  const next = isOurs ? await nextOf(id) : undefined
  return next === undefined ? keptPage({ id, why: isOut ? 'out' : 'off' }) : Response.redirect(next, 303)
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

/** Whether somebody whose session has ended finds presses here: at an incident, and where something waits. */
async function isAtIncident(id: string | undefined): Promise<boolean> {
  const cached = await cachedPage()
  if (cached === undefined) return false
  const reader = readerIn(await cached.text())
  return id !== undefined || (await readPresses()).some((each) => waits(each) && each.reader === reader)
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
  if (isSignedOut(reply) && (await isAtIncident(id))) return keptPage({ id, why: 'out' })
  // What somebody else began here has no name in the house yet.
  if (reply.status === 404 && isOfDevice) return Response.redirect('/crisis', 303)
  const hasMore = pathname === page && reply.ok && (await readPresses()).length > 0
  return hasMore ? keptPage({ why: 'refused' }) : reply
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
