import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#access/actor.ts'
import { actorOf } from '#tests/riverside/cast.ts'
import { riverside, type World } from '#tests/support/riverside.ts'
import { lookTracker } from './look-tracker.ts'

let world: World
beforeAll(async () => {
  world = await riverside()
})
afterAll(() => world.close())

/** What a look sends to the database. */
async function sentBy(actor: Actor): Promise<string[]> {
  const sent: string[] = []
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [what] = given as [string | { text?: string }]
    sent.push(typeof what === 'string' ? what : (what.text ?? ''))
    return (query as (...all: unknown[]) => unknown).apply(this, given)
  } as typeof query
  try {
    await lookTracker.see(world.as(actor), {})
  } finally {
    pg.Client.prototype.query = query
  }
  return sent
}

const ofTheMatrix = (sent: readonly string[]) => sent.filter((text) => text.includes('minimum_necessary'))

test('who may know what costs the tracker no statement, once a process has read it at this revision', async () => {
  const { rows } = await world.admin.query('select revision from district_revision limit 1')
  const seen = { ...actorOf('maya'), revision: Number(rows[0]?.revision ?? 0) }
  const first = await sentBy(seen)
  const then = await sentBy(seen)
  expect(ofTheMatrix(first)).toHaveLength(1)
  expect(ofTheMatrix(then)).toEqual([])
  expect(then.length).toBeGreaterThan(2)
  expect(ofTheMatrix(await sentBy({ ...seen, revision: seen.revision + 1 }))).toHaveLength(1)
})
