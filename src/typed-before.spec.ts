import { afterAll, beforeAll, expect, test } from 'vitest'
import type { App } from '#platform/http/app.ts'
import { newId } from '#platform/ids.ts'
import { families } from '#tests/riverside/families.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { tmpdir } from 'node:os'
import { house } from './compose.ts'
import { createServer } from './server.ts'

let world: World
let app: App
const told: unknown[] = []
beforeAll(async () => {
  world = await riverside()
  app = await createServer({
    house,
    door: { whoIs: async () => undefined, markOf: () => 'mark', plugin: async () => undefined },
    db: world.db,
    clock: world.clock,
    dataDir: tmpdir(),
    assets: { href: (name) => `/assets/${name}`, folder: '', files: new Set() },
    demo: false,
    secure: false,
    log: (line) => void told.push(line),
  })
})
afterAll(async () => {
  await app.close()
  await world.close()
})

const observed = 'Quiet since the autumn break, <b>eats</b> alone'
const page = `/concerns/new/${families.ada.id}`
const form = { observed, urgency: 'this_week', studentId: families.ada.id, _csrf: 'old', _key: newId() }

/** Sends the form of a concern after the session ended. */
const send = (headers: Record<string, string>, payload: Record<string, string> | URLSearchParams = form) =>
  app.inject({
    method: 'POST',
    url: `/students/${families.ada.id}/concerns`,
    headers: {
      'accept': 'text/html',
      'host': 'school.example',
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
    payload: new URLSearchParams(payload).toString(),
  })
const own = { origin: 'http://school.example', referer: `http://school.example${page}` }

test('a form sent after the session ended gives back what was typed, and leads back to its page', async () => {
  const { statusCode, headers, body } = await send(own)
  expect(statusCode).toBe(401)
  expect(headers['cache-control']).toBe('no-store')
  expect(body).toContain(`href="/sign-in?${new URLSearchParams({ to: page })}"`.replaceAll('&', '&amp;'))
  expect(body).toMatch(/<textarea[^>]*readonly[^>]*>Quiet since the autumn break, &lt;b>eats/)
  expect(body).toContain('What you typed: observed')
  expect(body).not.toContain(`>${families.ada.id}<`)
  expect(body).not.toContain('>old<')
  expect(told).toEqual([])
  const { rows } = await world.admin.query('select 1 from audit_event where detail::text like $1', [
    '%Quiet since%',
  ])
  expect(rows).toEqual([])
})

test('gives back the boxes that were ticked, one or several, in words', async () => {
  const ticked = new URLSearchParams({ observed: 'Tired', urgency: 'this_week', agreed: 'yes' })
  for (const box of ['after_school', 'evening', families.ada.id]) ticked.append('times', box)
  const { body } = await send(own, ticked)
  expect(body).toContain('What you typed: times')
  expect(body).toMatch(/<textarea[^>]*>\n?after school\nevening</)
  expect(body).toMatch(/What you typed: agreed[^]*?yes</)
  expect(body).toMatch(/What you typed: urgency[^]*?this week</)
  expect(body).not.toContain('after_school')
})

test('another site cannot put its words on our page, nor lead anywhere else, and no secret is shown', async () => {
  const foreign = await send({ origin: 'https://elsewhere.example', referer: 'https://elsewhere.example/x' })
  expect(foreign.statusCode).toBe(401)
  expect(foreign.body).not.toContain('Quiet since')
  expect(foreign.body).toContain('href="/sign-in"')
  const secret = await send(own, { observed: 'Tired', password: 'correct horse', code: '123456' })
  expect(secret.body).toContain('Tired')
  expect(secret.body).not.toMatch(/correct horse|123456/)
  const nowhere = await send({ ...own, referer: 'http://school.example/no-such-page' })
  expect(nowhere.body).toContain('href="/sign-in"')
  expect(nowhere.body).toContain('Quiet since')
})

test('a press in a crisis keeps its moment: its page is opened again with the instant it came, wherever it stood', async () => {
  const incident = `/crisis/incidents/${families.ada.id}`
  const press = (url: string, headers: Record<string, string>) =>
    app.inject({
      method: 'POST',
      url,
      headers: {
        'accept': 'text/html',
        'host': 'school.example',
        'content-type': 'application/x-www-form-urlencoded',
        ...headers,
      },
      payload: 'action=not_alone&_csrf=old',
    })
  const { origin } = own
  const pressed = world.clock.now().toISOString()
  const leadsTo = (to: string) => `href="/sign-in?${new URLSearchParams({ to })}"`.replaceAll('&', '&amp;')
  const back = (path: string) => leadsTo(`${path}?${new URLSearchParams({ pressed })}`)
  const onPage = { origin, referer: `${origin}${incident}` }
  expect((await press(`${incident}/safety`, onPage)).body).toContain(back(incident))
  // Shown again after a refusal, a form stands at the address it was sent to: that is no page.
  const shownAgain = { origin, referer: `${origin}${incident}/safety` }
  expect((await press(`${incident}/safety`, shownAgain)).body).toContain(back(incident))
  expect((await press('/crisis/incidents', { origin })).body).toContain(back('/crisis'))
  const closing = (await press(`${incident}/closing`, onPage)).body
  expect(closing).toContain(leadsTo(incident))
  const foreign = { origin: 'https://elsewhere.example' }
  expect((await press(`${incident}/safety`, foreign)).body).not.toContain('pressed')
})
