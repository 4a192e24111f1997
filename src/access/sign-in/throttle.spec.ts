import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { standingClock } from '#platform/clock.ts'
import { freshDatabase, type FreshDatabase } from '#tests/support/database.ts'
import { AuthPool } from './auth-pool.ts'
import { tries } from './limits.ts'
import { networkOf, Throttle } from './throttle.ts'

let database: FreshDatabase
let auth: AuthPool
let throttle: Throttle
const clock = standingClock('2026-10-13T20:30:00Z')
beforeAll(async () => {
  database = await freshDatabase()
  auth = new AuthPool(database.login('auth'))
  throttle = new Throttle(auth, Buffer.alloc(32, 7))
})
afterAll(async () => {
  await auth.close()
  await database.close()
})

const account = (what: string) => [{ what, most: tries.account, inARow: tries.inARow }]
const take = (what: string) => throttle.take(account(what), clock.now())
const after = (minutes: number) => clock.set(new Date(clock.now().getTime() + minutes * 60_000))

describe('Counting tries', () => {
  test('ten within fifteen minutes are heard, the eleventh is not, and then it starts again', async () => {
    const heard = []
    for (let i = 0; i < 12; i++) heard.push(await take('maya'))
    expect(heard).toEqual([...Array.from({ length: 10 }, () => true), false, false])
    after(16)
    expect(await take('maya')).toBe(true)
  })

  test('of a hundred sent at once ten are heard', async () => {
    const heard = await Promise.all(Array.from({ length: 100 }, () => take('all at once')))
    expect(heard.filter(Boolean)).toHaveLength(10)
  })

  test('a hundred in a row that were heard close the account, however slowly they come', async () => {
    let heard = 0
    for (let window = 0; window < 12; window++) {
      for (let i = 0; i < 11; i++) heard += (await take('slow guesser')) ? 1 : 0
      after(16)
    }
    expect(heard).toBe(100)
    await throttle.clear(['slow guesser'])
    expect(await take('slow guesser')).toBe(true)
  })

  test('a right try of one person does not free the others behind the same address', async () => {
    const address = [{ what: 'school router', most: 3 }]
    for (let i = 0; i < 3; i++) await throttle.take(address, clock.now())
    await throttle.giveBack(['school router'])
    expect(await throttle.take(address, clock.now())).toBe(true)
    expect(await throttle.take(address, clock.now())).toBe(false)
  })

  test('what is counted cannot be read from the table', async () => {
    await take('someone@riverside.example')
    const { rows } = await database.admin.query<{ key: string }>(
      `select encode(key, 'escape') as key from auth.throttle`,
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.some(({ key }) => key.includes('someone'))).toBe(false)
  })

  test.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::6', '2001:db8:1:2'],
    ['2001:db8::6', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
  ])('%s is counted as %s', (address, network) => expect(networkOf(address)).toBe(network))
})
