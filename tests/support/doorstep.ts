import type { LightMyRequestResponse } from 'fastify'
import { h } from 'preact'
import { createSignIn } from '#access/sign-in/sign-in.ts'
import { codeAt, newTotpSecret } from '#access/sign-in/totp.ts'
import { createApp } from '#platform/http/app.ts'
import type { Message } from '#platform/mail.ts'
import type { Problem } from '#platform/problem.ts'
import { cast, type CastKey } from '../riverside/cast.ts'
import { riversideId } from '../riverside/places.ts'
import { riverside } from './riverside.ts'

/** The password of everybody who was readied. */
export const password = 'kettle orbit frost 9'

/** Riverside with its front door: real requests, a clock that stands still, and mail that can be read. */
export async function doorstep({ demo = false, secure = false }: { demo?: boolean; secure?: boolean } = {}) {
  const world = await riverside()
  const mail: Message[] = []
  const errors: Error[] = []
  const log = ({ error }: { error: Error }) => void errors.push(error)
  const door = await createSignIn({
    auth: world.login('auth'),
    db: world.db,
    clock: world.clock,
    secret: 'a secret for specs that is long enough',
    secure,
    demo,
    baseUrl: secure ? 'https://localhost' : 'http://localhost',
    mail: { send: async (message) => void mail.push(message), close: () => undefined },
    assets: { href: (name) => `/assets/${name}`, files: [] },
    log,
  })
  const problemPage = (problem: Problem) => h('p', {}, problem.code)
  const app = await createApp({ secure, log, problemPage })
  await app.register(door.plugin)
  const config = { who: ['anyone'], behind: 'spec' }
  app.get('/who', { config }, async (request) => (await door.whoIs(request)) ?? { nobody: true })
  const close = async () => {
    await app.close()
    await door.close()
    await world.close()
  }
  const after = (minutes: number) =>
    world.clock.set(new Date(world.clock.now().getTime() + minutes * 60_000))
  const browser = (ip?: string) => new Browser(app, { secure, ip })

  const secrets = new Map<CastKey, string>()
  /** Gives somebody of the cast a password and an app, once. */
  const readied = async (key: CastKey) => {
    if (secrets.has(key)) return
    const totpSecret = newTotpSecret()
    const { id: personId, email } = cast[key]
    await door.provideLogin({ districtId: riversideId, personId, email, password, totpSecret })
    secrets.set(key, totpSecret)
  }
  /** What the person's app shows now. */
  const codeOf = (key: CastKey) => codeAt(secrets.get(key) ?? '', world.clock.now())
  /** A browser in which somebody of the cast has just signed in. A minute passes, so that their code is new. */
  const signedIn = async (key: CastKey, own: Browser = browser()): Promise<Browser> => {
    await readied(key)
    after(1)
    await own.fill('/sign-in', { email: cast[key].email, password })
    await own.fill('/sign-in/second-step', { code: codeOf(key) })
    return own
  }
  /** What was written down about a person's sign-ins, as "role: name". */
  const signInsOf = async (key: CastKey) =>
    (await world.trailOf('subject_id = $1 and kind = $2', [cast[key].id, 'sign_in'])).map(
      ({ role, name }) => `${role}: ${name}`,
    )
  return { ...world, app, door, mail, errors, after, close, browser, readied, codeOf, signedIn, signInsOf }
}

export type Doorstep = Awaited<ReturnType<typeof doorstep>>

type App = Awaited<ReturnType<typeof createApp>>
type Who = { actor: { name: string; role: string; assignmentId: string }; assignments: { id: string; label: string; detail: string; current: boolean }[]; csrf: string }

/** A browser: keeps cookies, fills in the form of the page it has open. */
export class Browser {
  readonly #app: App
  readonly #origin: string
  readonly #ip: string
  readonly cookies = new Map<string, string>()
  page = ''

  constructor(app: App, { secure, ip = '203.0.113.7' }: { secure: boolean; ip?: string | undefined }) {
    this.#app = app
    this.#origin = secure ? 'https://localhost' : 'http://localhost'
    this.#ip = ip
  }

  async #ask(request: { method: 'GET' | 'POST'; url: string; payload?: string; headers?: Record<string, string> }) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const reply = await this.#app.inject({
      ...request,
      remoteAddress: this.#ip,
      headers: { host: 'localhost', accept: 'text/html', 'user-agent': 'Firefox/140.0 Linux', ...(cookie && { cookie }), ...request.headers },
    })
    for (const header of [reply.headers['set-cookie'] ?? []].flat()) this.#keep(header)
    return reply
  }

  #keep(header: string) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(header) ?? []
    if (header.includes('Max-Age=0')) this.cookies.delete(name)
    else this.cookies.set(name, value)
  }

  async get(url: string): Promise<LightMyRequestResponse> {
    const reply = await this.#ask({ method: 'GET', url })
    if (reply.headers['content-type']?.startsWith('text/html')) this.page = reply.body
    return reply
  }

  get csrf(): string {
    return /name="_csrf" value="([^"]*)"/.exec(this.page)?.[1] ?? ''
  }

  /** Sends the form of the open page. Headers given here replace the browser's own. */
  async send(url: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
    const payload = new URLSearchParams({ _csrf: this.csrf, ...fields }).toString()
    const reply = await this.#ask({
      method: 'POST',
      url,
      payload,
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: this.#origin, ...headers },
    })
    if (reply.headers['content-type']?.startsWith('text/html')) this.page = reply.body
    return reply
  }

  /** Opens a page and sends its form. */
  async fill(url: string, fields: Record<string, string>) {
    await this.get(url)
    return this.send(url, fields)
  }

  /** Who the house thinks this is; undefined for nobody. */
  async who(): Promise<Who | undefined> {
    const reply = await this.#ask({ method: 'GET', url: '/who' })
    const who = reply.json<Who | { nobody: true }>()
    return 'nobody' in who ? undefined : who
  }
}
