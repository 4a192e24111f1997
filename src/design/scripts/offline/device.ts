// What a device keeps: presses as codes and times, and what incidents that were begun on it became.

export type Kept = {
  key: string
  /** When it was pressed, by the clock of the device. */
  at: string
  path: string
  given: Record<string, string | string[]>
  /** Whose it is: it is sent as them, or not at all. */
  reader: string
  /** Why the house did not take it. */
  refused?: string
}

export const page = '/crisis/offline'
export const incidents = '/crisis/incidents'
const ofPresses = 'crisis-presses'
const ofBegun = 'crisis-begun'
/** So long a step that names no incident goes to the one that was begun here last. */
const aMoment = 15 * 60_000

export async function readPresses(): Promise<Kept[]> {
  const cache = await caches.open(ofPresses)
  const read = async (each: Request) => (await (await cache.match(each))?.json()) as Kept
  const all = await Promise.all((await cache.keys()).map(read))
  return all.sort((one, other) => Number(one.at > other.at) - Number(one.at < other.at))
}
const nameOf = ({ key }: Pick<Kept, 'key'>) => `${page}/${key}`
export const write = async (press: Kept) =>
  (await caches.open(ofPresses)).put(nameOf(press), new Response(JSON.stringify(press)))
export const waits = ({ refused }: Kept) => refused === undefined
export const begins = ({ path }: Kept) => path === incidents
export const forget = async (press: Kept) => (await caches.open(ofPresses)).delete(nameOf(press))

/** What an incident that was begun here became: by the key of its beginning. */
type Begun = { key: string; incidentId: string; at: string; reader: string }

export async function readBegun(): Promise<Begun[]> {
  const cache = await caches.open(ofBegun)
  const read = async (each: Request) => (await (await cache.match(each))?.json()) as Begun
  return Promise.all((await cache.keys()).map(read))
}
export const noteBegun = async ({ key, at, reader }: Kept, incidentId: string) =>
  (await caches.open(ofBegun)).put(
    nameOf({ key }),
    new Response(JSON.stringify({ key, at, reader, incidentId })),
  )

export const incidentIn = (pathname: string) => /incidents\/([0-9a-f-]{36})/.exec(pathname)?.[1]
/** Which incident a press belongs to: one that was begun here is called by the key of its beginning. */
export const incidentOf = (press: Kept) => (begins(press) ? press.key : incidentIn(press.path))

/**
 * The incident that is meant where a page names none: one that was begun here and not sent yet, or one that
 * became the house's a moment ago.
 */
export async function meantHere(reader: string): Promise<{ key: string; isSent: boolean } | undefined> {
  const unsent = (await readPresses()).findLast(
    (each) => begins(each) && waits(each) && each.reader === reader,
  )
  if (unsent !== undefined) return { key: unsent.key, isSent: false }
  const since = new Date(Date.now() - aMoment).toISOString()
  const begun = (await readBegun()).findLast((each) => each.reader === reader && each.at > since)
  return begun && { key: begun.key, isSent: true }
}

/** The worker itself. */
export const worker = globalThis as unknown as {
  skipWaiting(): Promise<void>
  clients: {
    claim(): Promise<void>
    matchAll(): Promise<{ url: string; postMessage(next: string, moved: []): void }[]>
  }
  registration: { sync?: { register(name: string): Promise<void> } }
}
