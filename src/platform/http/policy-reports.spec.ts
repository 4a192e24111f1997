import { h } from 'preact'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, createApp } from './app.ts'
import { reportsAddress } from './headers.ts'

const told: string[] = []
let app: App
beforeAll(async () => {
  const log = ({ route, error }: { route: string; error: Error & { code?: string } }) =>
    void told.push(`${route}: ${error.code}`)
  app = await createApp({ secure: false, log, problemPage: ({ code }) => h('p', {}, code) })
  app.get('/page', { config: { who: ['anyone'], behind: 'spec' } }, async () => 'here')
  await app.ready()
})
afterAll(() => app.close())

const tell = (body: unknown, { type = 'application/csp-report', origin = 'http://localhost' } = {}) =>
  app.inject({
    method: 'POST',
    url: reportsAddress,
    headers: { 'content-type': type, host: 'localhost', origin },
    payload: typeof body === 'string' ? body : JSON.stringify(body),
  })
const stopped = (directive: string) => ({
  'csp-report': { 'document-uri': 'https://school.example/students/0199', 'violated-directive': directive },
})

test('every page says where a broken policy is told', async () => {
  const { headers } = await app.inject({ url: '/page' })
  expect(headers['content-security-policy']).toContain(`report-uri ${reportsAddress}; report-to policy`)
  expect(headers['reporting-endpoints']).toBe(`policy="${reportsAddress}"`)
})

test('what was stopped is told once by its directive, and nothing of the page', async () => {
  expect((await tell(stopped('script-src-elem'))).statusCode).toBe(204)
  await tell(stopped('script-src-elem'))
  const modern = [
    {
      type: 'csp-violation',
      url: 'https://school.example/students/0199',
      body: { effectiveDirective: 'img-src' },
    },
  ]
  expect((await tell(modern, { type: 'application/reports+json' })).statusCode).toBe(204)
  expect(told).toEqual([`${reportsAddress}: policy script-src`, `${reportsAddress}: policy img-src`])
})

test('what anybody makes up is told as something else, and what cannot be read is let go', async () => {
  told.length = 0
  await tell(stopped('Sofia Delgado, 555-0137'))
  for (const body of ['{', '[]', '"x"', '{"csp-report":1}']) expect((await tell(body)).statusCode).toBe(204)
  expect(told).toEqual([`${reportsAddress}: policy something else`])
  expect((await tell(stopped('font-src'), { origin: 'http://elsewhere.example' })).statusCode).toBe(403)
  expect((await tell('x'.repeat(20_000))).statusCode).toBe(413)
  expect(told).toHaveLength(1)
})
