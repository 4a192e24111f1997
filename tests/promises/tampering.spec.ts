import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { everyCheck } from '#access/seal/verify.ts'
import { freshDatabase, type FreshDatabase } from '../support/database.ts'
import { randomFrom } from '../riverside/large/random.ts'
import { ofEvents } from '../tampering/of-events.ts'
import { sums, tamper } from '../tampering/tamper.ts'
import { toldTrail } from '../tampering/told-trail.ts'

vi.setConfig({ testTimeout: 60_000 })

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

describe('Tampering with the trail as the superuser', () => {
  test('is found, whatever of 78 random things is done, and the untouched trail is clean [R135]', async () => {
    const own = await freshDatabase()
    const told = await tamper(own, { times: 78, seed: 20261013 }).finally(() => own.close())
    expect([...told.kinds].filter(([, { missed }]) => missed > 0)).toEqual([])
    expect({ untouched: told.untouched, ...sums(told) }).toEqual({ untouched: [0, 0], done: 78, missed: 0 })
    // Without any one of the checks something would have been missed.
    expect(Object.entries(told.aloneFoundBy).filter(([, times]) => times === 0)).toEqual([])
  })

  test('would be missed by a verifier that looks for less', async () => {
    const trail = await toldTrail(database, randomFrom(7))
    const less = everyCheck.filter((check) => check !== 'rows_changed')
    await ofEvents[0]?.(trail, randomFrom(1))
    expect((await trail.verify(less)).findings).toEqual([])
    expect((await trail.verify()).findings.map(({ what }) => what)).toContain('rows_changed')
    await trail.close()
  })
})
