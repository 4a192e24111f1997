import { Agent, type IncomingMessage, request } from 'node:http'

export type Answer = { status: number; body: string; length: number; milliseconds: number }

const textOf = async (response: IncomingMessage) => {
  let received = ''
  response.setEncoding('utf8')
  for await (const chunk of response) received += chunk as string
  return received
}

/** What a page says, but for what is another on every page. */
const said = (body: string) =>
  body.replaceAll(/name="_(?:key|csrf)" value="[^"]*"/g, '').replaceAll(/[0-9a-f-]{36}/g, '')

/** Somebody at a browser on this machine, over a real socket that stays open. */
export class Caller {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 })
  readonly #address: URL
  #cookie = ''
  #csrf = ''

  constructor(address: URL) {
    this.#address = address
  }

  #send(message: { method: string; path: string; form?: Record<string, string> }): Promise<Answer> {
    const { method, path, form } = message
    const text = form && new URLSearchParams({ _csrf: this.#csrf, ...form }).toString()
    const { hostname, port, origin } = this.#address
    const type = { 'content-type': 'application/x-www-form-urlencoded', origin }
    const headers = { accept: 'text/html', cookie: this.#cookie, ...(text !== undefined && type) }
    return new Promise((resolve, reject) => {
      const from = performance.now()
      const call = request({ agent: this.#agent, hostname, port, method, path, headers }, (response) => {
        const whole = (body: string): Answer => {
          const milliseconds = performance.now() - from
          this.#keep(response, body)
          const length = Number(response.headers['content-length'] ?? body.length)
          return { status: response.statusCode ?? 0, body: said(body), length, milliseconds }
        }
        resolve(textOf(response).then(whole))
      })
      call.on('error', reject)
      call.end(text)
    })
  }

  #keep({ headers }: IncomingMessage, body: string) {
    const [cookie] = headers['set-cookie'] ?? []
    if (cookie !== undefined && this.#cookie === '') this.#cookie = cookie.split(';', 1)[0] ?? ''
    this.#csrf = /name="_csrf" value="([^"]*)"/.exec(body)?.[1] ?? this.#csrf
  }

  /** Opens a page, for its form. */
  open(path: string): Promise<Answer> {
    return this.#send({ method: 'GET', path })
  }

  /** Sends a form of the open page. */
  post(path: string, form: Record<string, string>): Promise<Answer> {
    return this.#send({ method: 'POST', path, form })
  }

  close(): void {
    this.#agent.destroy()
  }
}
