import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Door } from '#access/visit.ts'
import type { Db } from '#platform/database/database.ts'
import { newId } from '#platform/ids.ts'
import { families } from '#tests/riverside/families.ts'
import { pagesOf } from '#tests/support/pages.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { house } from './compose.ts'
import { createServer } from './server.ts'

let world: World
let pages: Awaited<ReturnType<typeof pagesOf>>
beforeAll(async () => {
  world = await riverside()
  pages = await pagesOf(world)
})
afterAll(async () => {
  await pages.close()
  await world.close()
})

const ids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
const alike = (html: string) => html.replaceAll(ids, 'id')

/** The house with a door or a database that fails, and what its log was told. */
async function failing({ whoIs = async () => undefined, ask }: { whoIs?: Door['whoIs']; ask?: Db['ask'] }) {
  const told: { id: string; error: Error }[] = []
  const app = await createServer({
    house,
    door: { whoIs, markOf: () => 'mark', plugin: async () => undefined },
    db: (ask === undefined ? world.db : { ask }) as Db,
    clock: world.clock,
    dataDir: tmpdir(),
    assets: { href: (name) => `/assets/${name}`, folder: '', files: new Set() },
    demo: false,
    secure: false,
    log: (line) => void told.push(line),
  })
  return { app, told }
}

describe('A page that says no', () => {
  test('keeps search, menu and Crisis around whoever is signed in at school', async () => {
    const missing = await pages.get('maya', `/students/${newId()}`)
    const forbidden = await pages.get('joan', '/referrals')
    const nowhere = await pages.get('maya', '/no-such-page')
    expect([missing.status, forbidden.status, nowhere.status]).toEqual([404, 403, 404])
    for (const { html } of [missing, forbidden, nowhere]) {
      expect(html).toContain('action="/search"')
      expect(html).toContain('id="nav"')
      expect(html).toContain('href="/crisis"')
      expect(html).not.toContain('aria-current="page"')
    }
    expect(missing.html).toContain('href="/referrals"')
    expect(forbidden.html).not.toContain('href="/referrals"')
  })

  test('reads the same for what is not there and for what is somebody else’s', async () => {
    const [none, another] = [newId(), families.eli.id].map((id) => pages.get('maya', `/students/${id}`))
    expect(alike((await none)?.html ?? '')).toBe(alike((await another)?.html ?? 'x'))
  })

  test('gives an agency its own places and its search, and a visitor neither search nor menu', async () => {
    const agency = await pages.get('noor', '/no-such-page')
    expect(agency.html).toContain('href="/inbox"')
    expect(agency.html).toContain('action="/search"')
    expect(agency.html).not.toContain('id="nav"')
    const visitor = await pages.get(null, '/no-such-page')
    expect(visitor.status).toBe(404)
    expect(visitor.html).not.toContain('action="/search"')
    expect(visitor.html).not.toContain('id="nav"')
  })
})

describe('What broke', () => {
  test('has one number, in the page, in the answer to a machine and in the log', async () => {
    const whoIs = async () => Promise.reject(new Error('planted'))
    const { app, told } = await failing({ whoIs })
    const page = await app.inject({ url: '/today', headers: { accept: 'text/html' } })
    const machine = await app.inject({ url: '/today', headers: { accept: 'application/json' } })
    expect([page.statusCode, machine.statusCode]).toEqual([500, 500])
    expect(told.map(({ error }) => error.message)).toEqual(['planted', 'planted'])
    expect(page.body).toContain(`Number of this message: ${told[0]?.id}`)
    expect(machine.json()).toMatchObject({ code: 'broken', number: told[1]?.id })
    const missing = await app.inject({ url: '/no-such-page', headers: { accept: 'application/json' } })
    expect(missing.json()).not.toHaveProperty('number')
    await app.close()
  })
})

describe('Whether the service is ready', () => {
  test('it is while the database answers, and is not when it does not', async () => {
    const healthy = await failing({})
    const well = await healthy.app.inject('/healthz')
    expect([well.statusCode, well.body]).toEqual([200, 'ok\n'])
    await healthy.app.close()
    const refused = async () => Promise.reject(Object.assign(new Error('gone'), { code: 'ECONNREFUSED' }))
    const silent = async () => new Promise<never>(() => undefined)
    for (const ask of [refused, silent]) {
      const { app, told } = await failing({ ask })
      const ill = await app.inject('/healthz')
      expect([ill.statusCode, ill.body, told]).toEqual([503, 'no\n', []])
      await app.close()
    }
  })
})
