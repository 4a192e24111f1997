import { Agent, type IncomingMessage, request } from 'node:http'
import { randomUUID } from 'node:crypto'
import { wayTo } from '../tests/support/asking.ts'

export type Answer = { status: number; location: string | undefined; body: string; milliseconds: number }

type Machine = { agent: Agent; address: URL; token: string }
type Message = { method: string; path: string; body?: unknown; accept?: string }

const headersOf = ({ token }: Machine, { accept }: Message, text: string | undefined) => ({
  accept: accept ?? 'application/json',
  authorization: `Bearer ${token}`,
  ...(text !== undefined && {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    'idempotency-key': randomUUID(),
  }),
})

const textOf = async (response: IncomingMessage) => {
  let received = ''
  response.setEncoding('utf8')
  for await (const chunk of response) received += chunk as string
  return received
}

/** One message and its answer, with the time from asking to the last of it. */
const send = (machine: Machine, message: Message) =>
  new Promise<Answer>((resolve, reject) => {
    const startedAt = performance.now()
    const text = message.body === undefined ? undefined : JSON.stringify(message.body)
    const { hostname: host, port } = machine.address
    const { method, path } = message
    const headers = headersOf(machine, message, text)
    const call = request({ agent: machine.agent, host, port, method, path, headers }, (response) => {
      const { statusCode: status = 0, headers: told } = response
      const whole = (body: string): Answer => ({
        status,
        location: told.location,
        body,
        milliseconds: performance.now() - startedAt,
      })
      resolve(textOf(response).then(whole))
    })
    call.on('error', reject)
    call.end(text)
  })

/** A machine with a bearer token on connections that stay open, speaking the JSON face. */
export function clientOf(address: URL, { token, connections }: { token: string; connections: number }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const machine = { agent, address, token }
  return {
    /** @param page an address, or `/search?q=…` in short for what is asked in the body */
    get(page: string, accept?: string) {
      const { url: path, fields } = wayTo(page)
      const way = fields === undefined ? { method: 'GET' } : { method: 'POST', body: fields }
      return send(machine, { ...way, path, ...(accept !== undefined && { accept }) })
    },
    post: (path: string, body: unknown) => send(machine, { method: 'POST', path, body }),
    close: () => agent.destroy(),
  }
}
export type Client = ReturnType<typeof clientOf>
