import { once } from 'node:events'
import { connect } from 'node:net'
import { h } from 'preact'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, createApp } from './app.ts'

let app: App
let port: number
const taken: string[] = []
beforeAll(async () => {
  app = await createApp({ secure: false, log: () => undefined, problemPage: ({ code }) => h('p', {}, code) })
  const config = { who: ['anyone'], behind: 'spec' }
  app.post('/sent', { config }, async ({ body }) => {
    taken.push(JSON.stringify(body))
    return 'taken'
  })
  app.get('/hidden', { config }, async () => {
    taken.push('hidden')
    return 'hidden'
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  port = (app.server.address() as { port: number }).port
})
afterAll(() => app.close())

/** Sends these bytes on a line of their own, and answers the status lines that came back. */
async function send(lines: readonly string[], body: string): Promise<string[]> {
  taken.length = 0
  const socket = connect({ port, host: '127.0.0.1' })
  let said = ''
  socket.on('error', () => undefined).on('data', (chunk) => (said += chunk.toString()))
  await once(socket, 'connect')
  socket.end(['POST /sent HTTP/1.1', 'Host: localhost', ...lines, '', body].join('\r\n'))
  await once(socket, 'close')
  return [...said.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status = '']) => status)
}

const type = 'Content-Type: application/json'
const smuggled = 'GET /hidden HTTP/1.1\r\nHost: localhost\r\n\r\n'

test.each<[string, string[], string]>([
  ['two lengths', ['Content-Length: 2', `Content-Length: ${2 + smuggled.length}`], `{}${smuggled}`],
  ['a length and chunks', ['Content-Length: 4', 'Transfer-Encoding: chunked'], `0\r\n\r\n${smuggled}`],
  [
    'chunks said twice, once unknown',
    ['Transfer-Encoding: chunked', 'Transfer-Encoding: x'],
    `0\r\n\r\n${smuggled}`,
  ],
  ['chunks that are not the last coding', ['Transfer-Encoding: chunked, identity'], `0\r\n\r\n${smuggled}`],
  ['a length that is no number', ['Content-Length: 2x'], `{}${smuggled}`],
  ['a negative length', ['Content-Length: -1'], `{}${smuggled}`],
  ['a length behind a folded line', ['X: a', ' Content-Length: 2', 'Content-Length : 2'], `{}${smuggled}`],
  ['a chunk whose size is no number', ['Transfer-Encoding: chunked'], `zz\r\n{}\r\n0\r\n\r\n${smuggled}`],
])(
  'a message whose end could be read in two ways is refused, and nothing behind it is heard: %s',
  async (_, lines, body) => {
    expect(await send([type, ...lines], body)).toEqual(['400'])
    expect(taken).toEqual([])
  },
)

test('one that says where it ends is taken, and the next on the same line is heard', async () => {
  expect(
    await send(
      [type, 'Content-Length: 2'],
      `{}${smuggled.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n')}`,
    ),
  ).toEqual(['200', '200'])
  expect(taken.toSorted()).toEqual(['hidden', '{}'])
})
