import { tmpdir } from 'node:os'
import type { FastifyRequest, InjectOptions } from 'fastify'
import type { Actor } from '#access/actor.ts'
import { newId } from '#platform/ids.ts'
import { house } from '../../src/compose.ts'
import { createServer, type ServerOptions } from '../../src/server.ts'
import { actorOf, type CastKey } from '../riverside/cast.ts'
import { wayTo } from './asking.ts'
import type { World } from './riverside.ts'

/** Somebody at the door, as a request's header says; nobody without one. */
const doorFor = (known: (key: string) => Actor) => async (request: FastifyRequest) => {
  const key = request.headers['x-cast']
  if (typeof key !== 'string') return undefined
  const actor = known(key)
  return {
    actor,
    acting: actor.role,
    assignments: [],
    byCookie: true,
    csrf: 'token',
    ownsForm: (token?: string) => token === 'token',
    provenLately: true,
  }
}

/** What a browser on the site sends along. */
const headersOf = (as: string | null) => ({
  accept: 'text/html',
  host: 'riverside.example',
  origin: 'http://riverside.example',
  'sec-fetch-site': 'same-origin',
  ...(as !== null && { 'x-cast': as }),
})

const asForm = { 'content-type': 'application/x-www-form-urlencoded' }
const formOf = (fields: Record<string, string>) =>
  new URLSearchParams({ _csrf: 'token', ...fields }).toString()

/** As somebody reads it: a blank at which a line does not break is a blank. */
const asRead = (text: string) => text.replaceAll('\u00a0', ' ')

/** How a browser comes to a page. */
function requestFor(page: string, headers: Record<string, string>): InjectOptions {
  const { url, fields } = wayTo(page)
  if (fields === undefined) return { method: 'GET', url, headers }
  return { method: 'POST', url, headers: { ...headers, ...asForm }, payload: formOf(fields) }
}

/**
 * The house as a browser without scripts meets it: pages by address, and forms that are sent.
 * @param known who comes under which name; the cast when left out
 * @param beside what else the server is given. `get` takes another face: application/json
 */
export async function pagesOf<Key extends string = CastKey>(
  world: Pick<World, 'db' | 'clock'>,
  known: (key: Key) => Actor = (key) => actorOf(key as unknown as CastKey),
  beside: Partial<Pick<ServerOptions, 'texts' | 'scanner' | 'attempted' | 'demo'>> = {},
) {
  const whoIs = doorFor((key) => known(key as Key))
  const broken: Error[] = []
  const app = await createServer({
    house,
    door: { whoIs, markOf: ({ ip }) => `mark of ${ip}`, plugin: async () => undefined },
    db: world.db,
    clock: world.clock,
    dataDir: tmpdir(),
    assets: { href: (name) => `/assets/${name}`, folder: '', files: new Set() },
    demo: true,
    secure: false,
    ...beside,
    log: ({ error }) => void broken.push(error),
  })
  return {
    app,
    broken,
    /** @param page an address, or the shorthand for a page that is asked with what was typed */
    async get(as: Key | null, page: string, accept = 'text/html') {
      const reply = await app.inject(requestFor(page, { ...headersOf(as), accept }))
      return { status: reply.statusCode, html: asRead(reply.body) }
    },
    /** Sends a form as the browser would: the fields typed, the session's token and a fresh key. */
    async post(as: Key | null, url: string, fields: Record<string, string>) {
      const payload = formOf({ _key: newId(), ...fields })
      const headers = { ...headersOf(as), ...asForm }
      const reply = await app.inject({ method: 'POST', url, headers, payload })
      return { status: reply.statusCode, html: asRead(reply.body), location: reply.headers.location }
    },
    close: () => app.close(),
  }
}
