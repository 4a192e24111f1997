import type { FastifyInstance, LightMyRequestResponse } from 'fastify'

/** Who the house says somebody is. */
type Who = {
  actor: { name: string; role: string; assignmentId: string; studentId: string | null }
  assignments: { id: string; label: string; detail: string; current: boolean }[]
  csrf: string
}

type Asked = { method: 'GET' | 'POST'; url: string; payload?: string; headers?: Record<string, string> }

/** A browser without a screen: keeps cookies, and fills in the form of the page it has open. */
export class Browser {
  readonly #app: FastifyInstance
  readonly #origin: string
  readonly #ip: string
  readonly cookies = new Map<string, string>()
  page = ''

  constructor(
    app: FastifyInstance,
    { secure, ip = '203.0.113.7' }: { secure: boolean; ip?: string | undefined },
  ) {
    this.#app = app
    this.#origin = secure ? 'https://localhost' : 'http://localhost'
    this.#ip = ip
  }

  async #ask(request: Asked) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const own = {
      host: 'localhost',
      accept: 'text/html',
      'user-agent': 'Firefox/140.0 Linux',
      ...(cookie && { cookie }),
    }
    const headers = { ...own, ...request.headers }
    const reply = await this.#app.inject({ ...request, remoteAddress: this.#ip, headers })
    for (const header of [reply.headers['set-cookie'] ?? []].flat()) this.#keep(header)
    if (reply.headers['content-type']?.startsWith('text/html')) this.page = reply.body
    return reply
  }

  #keep(header: string) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(header) ?? []
    if (header.includes('Max-Age=0')) this.cookies.delete(name)
    else this.cookies.set(name, value)
  }

  get(url: string): Promise<LightMyRequestResponse> {
    return this.#ask({ method: 'GET', url })
  }

  /** The form token of the open page. */
  get csrf(): string {
    return /name="_csrf" value="([^"]*)"/.exec(this.page)?.[1] ?? ''
  }

  /** Sends the form of the open page. Headers given here replace the browser's own. */
  send(
    url: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<LightMyRequestResponse> {
    const payload = new URLSearchParams({ _csrf: this.csrf, ...fields }).toString()
    const own = { 'content-type': 'application/x-www-form-urlencoded', origin: this.#origin }
    return this.#ask({ method: 'POST', url, payload, headers: { ...own, ...headers } })
  }

  /** Opens a page and sends its form. */
  async fill(url: string, fields: Record<string, string>): Promise<LightMyRequestResponse> {
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
