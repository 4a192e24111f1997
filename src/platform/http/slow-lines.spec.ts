import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { h } from 'preact'
import { afterAll, expect, test } from 'vitest'
import { type App, createApp } from './app.ts'

const patience = 1500
const apps: App[] = []
async function listening(headersTimeout: number): Promise<number> {
  const problemPage = ({ code }: { code: string }) => h('p', {}, code)
  const app = await createApp({ secure: false, log: () => undefined, problemPage, headersTimeout })
  apps.push(app)
  app.get('/page', { config: { who: ['anyone'], behind: 'spec' } }, async () => 'here')
  await app.listen({ port: 0, host: '127.0.0.1' })
  return (app.server.address() as { port: number }).port
}
afterAll(() => Promise.all(apps.map((app) => app.close())))

/** Opens a line, begins to ask, and never comes to an end. */
async function hold(port: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1' })
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  socket.write('GET /page HTTP/1.1\r\nHost: localhost\r\nX-Slow: ')
  return socket
}
const open = (lines: readonly Socket[]) => lines.filter(({ closed }) => !closed).length

test('500 lines that never finish asking keep nobody from an answer, and are let go', async () => {
  const port = await listening(patience)
  const lines = await Promise.all(Array.from({ length: 500 }, () => hold(port)))
  for (const line of lines) line.resume()
  expect(open(lines)).toBe(500)
  const asked = performance.now()
  expect(await (await fetch(`http://127.0.0.1:${port}/page`)).text()).toBe('here')
  expect(performance.now() - asked).toBeLessThan(3000)
  for (let waited = 0; open(lines) > 0 && waited < 10_000; waited += 100) await pause(100)
  expect(open(lines)).toBe(0)
}, 30_000)

test('a server that waits longer holds them, which shows what the limit does', async () => {
  const port = await listening(60_000)
  const lines = await Promise.all(Array.from({ length: 5 }, () => hold(port)))
  await pause(2 * patience)
  expect(open(lines)).toBe(5)
  for (const line of lines) line.destroy()
}, 30_000)
