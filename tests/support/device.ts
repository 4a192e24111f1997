import { createContext, runInContext } from 'node:vm'
import { bundleScript } from '#design/bundle-script.ts'

const origin = 'https://riverside.example'
const code = await bundleScript('offline')

type Named = string | { url: string }
const addressOf = (named: Named) => new URL(typeof named === 'string' ? named : named.url, origin).href

/** What a browser keeps of answers, as far as the worker uses it. */
class Kept {
  readonly #all = new Map<string, { text: string; headers: Headers }>()
  async put(named: Named, reply: Response) {
    this.#all.set(addressOf(named), { text: await reply.text(), headers: reply.headers })
  }
  async add(named: Named) {
    await this.put(named, new Response('of the page'))
  }
  async match(named: Named) {
    const found = this.#all.get(addressOf(named))
    return found && new Response(found.text, { headers: found.headers })
  }
  async keys() {
    return [...this.#all.keys()].map((url) => ({ url }))
  }
  async delete(named: Named) {
    return this.#all.delete(addressOf(named))
  }
}

/** In a browser an address may be without its beginning. */
class Reply extends Response {
  static override redirect(url: string | URL, status = 302) {
    return new Response(null, { status, headers: { location: String(url) } })
  }
}

type Asked = { method?: string; headers?: Record<string, string>; body?: string }
/** What answers the device: the house, or something before it. Throws where there is no network. */
export type House = (path: string, asked: Asked) => Promise<Response>

/** A clock that can be set ahead. */
function clock() {
  let ahead = 0
  class DeviceDate extends Date {
    constructor(...[at]: [(string | number)?]) {
      super(at ?? DeviceDate.now())
    }
    static override now() {
      return Date.now() + ahead * 1000
    }
  }
  return { Date: DeviceDate, later: (seconds: number) => void (ahead += seconds) }
}

type Heeds = Map<string, (event: object) => void>
type Cached = (name: string) => Promise<Kept>
type Around = { caches: { open: Cached }; fetch: unknown; clients: object; Date: unknown }

/** Runs the script as browsers get it. @returns what it listens to */
function run(around: Around): Heeds {
  const heeds: Heeds = new Map()
  const own = { URL, Headers, AbortSignal, setTimeout, crypto, Response: Reply, location: { origin } }
  const addEventListener = (name: string, heed: (event: object) => void) => heeds.set(name, heed)
  const skipWaiting = async () => undefined
  runInContext(code, createContext({ ...own, ...around, addEventListener, skipWaiting, registration: {} }))
  return heeds
}

async function heard(heeds: Heeds, name: string, parts: object = {}): Promise<void> {
  let work: Promise<unknown> = Promise.resolve()
  heeds.get(name)?.({ ...parts, waitUntil: (until: Promise<unknown>) => (work = until) })
  await work
}

async function goes(heeds: Heeds, path: string, request: object) {
  let reply: Promise<Response> | undefined
  heeds.get('fetch')?.({
    request: { mode: 'navigate', url: origin + path, method: 'GET', ...request },
    respondWith: (given: Promise<Response>) => (reply = given),
  })
  const got = await reply
  return { to: got?.headers.get('location') ?? undefined, html: (await got?.text()) ?? '' }
}

/** A press on a form: without `_csrf` it is of the page that is kept. */
async function presses(heeds: Heeds, path: string, fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ _csrf: '', ...fields })) form.append(name, value)
  const request = { method: 'POST', formData: async () => form, clone: () => request }
  return goes(heeds, path, request)
}

/** What waits on the device, and what was refused. */
async function keptIn(open: Cached): Promise<{ path: string; key: string; refused?: string }[]> {
  const cache = await open('crisis-presses')
  const read = async (named: Named) => (await (await cache.match(named))?.json()) as never
  return Promise.all((await cache.keys()).map(read))
}

/**
 * One device with the worker of the crisis pages on it, and a house that answers. It runs the script as
 * browsers get it; caches and pages are stood in for.
 */
export function deviceAt(house: House) {
  let answers = house
  const caches = new Map<string, Kept>()
  const said: string[] = []
  let windows: string[] = []
  const { Date, later } = clock()
  const open = async (name: string) => {
    const cache = caches.get(name) ?? new Kept()
    caches.set(name, cache)
    return cache
  }
  const fetch = (named: Named, asked: Asked = {}) =>
    answers(new URL(addressOf(named)).pathname, typeof named === 'string' ? asked : (named as Asked))
  const matchAll = async () =>
    windows.map((path) => ({ url: origin + path, postMessage: (next: string) => said.push(next) }))
  const heeds = run({ caches: { open }, fetch, clients: { matchAll }, Date })
  return {
    /** From now on something else answers. */
    answeredBy: (other: House) => void (answers = other),
    later,
    /** What the worker hears, of the browser or of a page. */
    installs: () => heard(heeds, 'install'),
    message: (data: string) => heard(heeds, 'message', { data }),
    /** The pages that are open, and where they were told to go on. */
    shows: (...paths: string[]) => void (windows = paths),
    said,
    opens: (path: string) => goes(heeds, path, {}),
    presses: (path: string, fields: Record<string, string> = {}) => presses(heeds, path, fields),
    kept: () => keptIn(open),
  }
}
