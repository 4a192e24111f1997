import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast } from '#tests/riverside/cast.ts'
import { doorstep, type Doorstep } from '#tests/support/doorstep.ts'
import { tries } from './limits.ts'

let house: Doorstep
beforeAll(async () => {
  house = await doorstep()
})
afterAll(() => house.close())

const password = 'wrong and never right'
/** From a network of its own each time. */
let network = 0
const tryAs = async (email: string) =>
  (await house.browser(`203.0.113.${(network += 1)}`).fill('/sign-in', { email, password })).statusCode

/** As though so many had tried since: the count that every one of them shares is the highest. */
const leave = (left: number) =>
  house.admin.query(
    `update auth.throttle set tries = $1 where key = (select key from auth.throttle order by tries desc limit 1)`,
    [tries.everywhere - left],
  )
describe('Guessing from everywhere', () => {
  test('ends for all of it at once, whoever is guessed at, and a browser that is known goes on', async () => {
    const maya = await house.signedIn('maya')
    for (const name of ['one', 'two', 'three']) expect(await tryAs(`${name}@riverside.example`)).toBe(422)
    await leave(1)
    expect(await tryAs('four@riverside.example')).toBe(422)
    expect(await tryAs('five@riverside.example')).toBe(429)
    const own = await maya.fill('/sign-in', { email: cast.maya.email, password })
    expect(own.statusCode).toBe(422)
  })

  test('is heard again when the window has passed', async () => {
    house.after(16)
    expect(await tryAs('six@riverside.example')).toBe(422)
  })
})
