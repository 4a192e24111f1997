import { Agent, request } from 'node:http'
import { randomUUID } from 'node:crypto'

export type Answer = { status: number; location: string | undefined; body: string; milliseconds: number }

/** A machine with a bearer token on connections that stay open, speaking the JSON face. */
export function clientOf(address: URL, { token, connections }: { token: string; connections: number }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const send = (
    method: string,
    path: string,
    { body, accept = 'application/json' }: { body?: unknown; accept?: string } = {},
  ) =>
    new Promise<Answer>((resolve, reject) => {
      const startedAt = performance.now()
      const text = body === undefined ? undefined : JSON.stringify(body)
      const headers = {
        accept,
        authorization: `Bearer ${token}`,
        ...(text !== undefined && {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(text),
          'idempotency-key': randomUUID(),
        }),
      }
      const call = request(
        { agent, host: address.hostname, port: address.port, method, path, headers },
        (response) => {
          let received = ''
          response.setEncoding('utf8')
          response.on('data', (chunk: string) => (received += chunk))
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              location: response.headers.location,
              body: received,
              milliseconds: performance.now() - startedAt,
            }),
          )
        },
      )
      call.on('error', reject)
      call.end(text)
    })
  return {
    get: (path: string, accept?: string) => send('GET', path, accept === undefined ? {} : { accept }),
    post: (path: string, body: unknown) => send('POST', path, { body }),
    close: () => agent.destroy(),
  }
}
export type Client = ReturnType<typeof clientOf>
