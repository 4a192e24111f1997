// Sends what waits on a device, each press under its own key, so that none comes twice.
import {
  begins,
  forget,
  incidentIn,
  incidentOf,
  noteBegun,
  page,
  readBegun,
  readPresses,
  type Kept,
  waits,
  write,
} from './device.ts'
import { csrfIn, readerIn } from './page.ts'

/** The session ended: the house knows nobody here, and takes nothing. */
export const isSignedOut = ({ status }: Response) => status === 401

/** How long the house is waited for, in milliseconds. */
const patience = 4000

/** The address in the house, which knows an incident that was begun here by what it became. */
export async function addressOf(path: string): Promise<string> {
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
 * @returns whether it waits because nobody is signed in
 */
async function sendAll(): Promise<boolean> {
  if (!(await readPresses()).some(waits)) return false
  const reply = await fetch(page, { headers: { accept: 'text/html' }, signal: AbortSignal.timeout(patience) })
  if (!reply.ok) return isSignedOut(reply)
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
  return false
}

let sending = Promise.resolve(false)
/** Once at a time: what was pressed while something is sent goes next. */
export const send = () => (sending = sending.then(sendAll).catch(() => false))

/** What comes of it in time, if anything does. It may arrive later: what is sent again has the same key. */
export const inTime = (reply: Promise<Response>) =>
  Promise.race([
    reply.catch(() => undefined),
    new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patience)),
  ])
