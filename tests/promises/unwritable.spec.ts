import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { house } from '../../src/compose.ts'
import { createServer } from '../../src/server.ts'
import { actorOf } from '../riverside/cast.ts'
import { pagesOf } from '../support/pages.ts'
import { riverside, type World } from '../support/riverside.ts'

/** What no person types and no database keeps: NUL, and half of a character that is written in two. */
const unwritable = { nul: 'a\0b', half: 'a\ud800b' }

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

const { screens, resources } = house
const filled = (address: string, value: string) => address.replaceAll(/:\w+/g, value)

/** Sends JSON as a machine would, and answers the status and what the server noted as its own fault. */
async function sendAll(bodyOf: (field: string) => unknown) {
  const broken: string[] = []
  const app = await createServer({
    house,
    door: {
      whoIs: async () => ({
        actor: actorOf('yolanda'),
        assignments: [],
        byCookie: false,
        csrf: '',
        ownsForm: () => true,
        provenLately: true,
      }),
      markOf: () => 'mark',
      plugin: async () => undefined,
    },
    db: world.db,
    clock: world.clock,
    dataDir: tmpdir(),
    assets: { href: (name) => `/assets/${name}`, folder: '', files: new Set() },
    demo: false,
    secure: false,
    log: ({ route, error }) => void broken.push(`${route}: ${error.message}`),
  })
  const statuses = []
  for (const { method, address } of resources) {
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': newId(),
      accept: 'application/json',
    }
    const payload = JSON.stringify(bodyOf('text'))
    const reply = await app.inject({ method, url: filled(address, newId()), headers, payload } as never)
    statuses.push(reply.statusCode)
  }
  await app.close()
  return { broken, statuses: [...new Set(statuses)] }
}

describe('What no database keeps', () => {
  test('is turned away at every address that is read, in its path and in its words', async () => {
    const addresses = screens.map(({ address }) => address)
    expect(addresses.length).toBeGreaterThan(60)
    for (const address of addresses) {
      const asked = [
        `${filled(address, newId())}?q=a%00b`,
        ...(address.includes(':') ? [filled(address, '%00')] : []),
      ]
      for (const url of asked) expect([url, (await pages.get('maya', url)).status]).toEqual([url, 400])
    }
    expect(pages.broken).toEqual([])
  })

  test.each(Object.entries(unwritable))('is turned away wherever something is sent: %s', async (_, text) => {
    const deep = await sendAll((field) => ({ [field]: 'fine', more: { inner: [text] } }))
    const named = await sendAll(() => ({ [text]: 'fine' }))
    expect([deep, named]).toEqual([
      { broken: [], statuses: [400] },
      { broken: [], statuses: [400] },
    ])
  })

  test('is told from what people write in any script', async () => {
    const reply = await pages.get('maya', `/search?q=${encodeURIComponent('Zoë 😀 نور q’anjob’al')}`)
    expect(reply.status).toBe(200)
  })
})
