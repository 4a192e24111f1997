import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast } from '#tests/riverside/cast.ts'
import { riversideId } from '#tests/riverside/places.ts'
import type { Browser } from '#tests/support/browser.ts'
import { doorstep, type Doorstep, password } from '#tests/support/doorstep.ts'
import { codeAt } from './totp.ts'

let house: Doorstep
beforeAll(async () => {
  house = await doorstep()
})
afterAll(() => house.close())

describe('A browser that guesses', () => {
  const guess = (browser: Browser, email: string) =>
    browser.fill('/sign-in', { email, password: 'wrong guess 1' })

  test('is heard ten times a quarter of an hour, for an account and for an address nobody has', {
    timeout: 40_000,
  }, async () => {
    await house.readied('grace')
    for (const email of [cast.grace.email, 'ghost@riverside.example']) {
      const replies = await Promise.all(Array.from({ length: 12 }, () => guess(house.browser(), email)))
      expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([
        ...Array.from({ length: 10 }, () => 422),
        429,
        429,
      ])
    }
    const right = await house.browser().fill('/sign-in', { email: cast.grace.email, password })
    expect(right.statusCode).toBe(429)
  })

  test('does not lock out the person themselves, on the browser they use', async () => {
    const own = await house.signedIn('ruth')
    await own.get('/account')
    await own.send('/sign-out', {})
    await Promise.all(
      Array.from({ length: 11 }, () => guess(house.browser('198.51.100.99'), cast.ruth.email)),
    )
    expect((await house.browser().fill('/sign-in', { email: cast.ruth.email, password })).statusCode).toBe(
      429,
    )
    expect((await own.fill('/sign-in', { email: cast.ruth.email, password })).statusCode).toBe(303)
  })

  test('cannot guess codes either', async () => {
    await house.readied('samuel')
    house.after(1)
    const browser = house.browser()
    await browser.fill('/sign-in', { email: cast.samuel.email, password })
    const seen = []
    for (let i = 0; i < 11; i++)
      seen.push((await browser.fill('/sign-in/second-step', { code: '000000' })).statusCode)
    expect(seen).toEqual([...Array.from({ length: 10 }, () => 422), 429])
    expect((await browser.fill('/sign-in/second-step', { code: house.codeOf('samuel') })).statusCode).toBe(
      429,
    )
  })
})

describe('Somebody who gave only the password', () => {
  test('reaches nothing but the second step', async () => {
    await house.readied('marcus')
    const browser = house.browser()
    await browser.fill('/sign-in', { email: cast.marcus.email, password })
    expect(await browser.who()).toBeUndefined()
    for (const path of ['/account', '/set-up/second-step', '/sign-in/again']) {
      expect((await browser.get(path)).statusCode).toBe(401)
    }
    expect((await browser.get('/sign-in')).headers.location).toBe('/sign-in/second-step')
    expect((await browser.get('/sign-in/second-step')).statusCode).toBe(200)
  })

  test('has ten minutes for it', async () => {
    await house.readied('lucia')
    const browser = house.browser()
    await browser.fill('/sign-in', { email: cast.lucia.email, password })
    house.after(11)
    expect((await browser.get('/sign-in/second-step')).statusCode).toBe(401)
  })

  test('and without an app can do nothing but set one up, and then is in', async () => {
    const { id: personId, email } = cast.thomas
    await house.door.provideLogin({ districtId: riversideId, personId, email, password })
    const browser = house.browser()
    const first = await browser.fill('/sign-in', { email, password })
    expect(first.headers.location).toBe('/set-up/second-step')
    expect(await browser.who()).toBeUndefined()
    for (const path of ['/account', '/sign-in/second-step', '/sign-in/again']) {
      expect((await browser.get(path)).statusCode).toBe(401)
    }

    await browser.get('/set-up/second-step')
    const secret = (/<code>([A-Z2-7 ]{39})<\/code>/.exec(browser.page)?.[1] ?? '').replaceAll(' ', '')
    expect((await browser.send('/set-up/second-step', { code: '123' })).statusCode).toBe(422)
    expect(browser.page).toContain(secret.slice(0, 4))
    const before = browser.cookies.get('tl')
    const done = await browser.send('/set-up/second-step', { code: codeAt(secret, house.clock.now()) })
    expect(done.statusCode).toBe(200)
    const codes = [...done.body.matchAll(/<code>([a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4})<\/code>/g)].map(
      ([, code]) => code as string,
    )
    expect(new Set(codes).size).toBe(10)
    expect(browser.cookies.get('tl')).not.toBe(before)
    expect((await browser.who())?.actor.name).toBe('Thomas Ackerman')

    const { rows } = await house.admin.query<{ text: string }>(
      `select encode(secret, 'escape') || (select string_agg(encode(hash, 'escape'), ' ') from auth.recovery_code) as text from auth.second_step`,
    )
    for (const { text } of rows) for (const kept of [secret, ...codes]) expect(text).not.toContain(kept)

    const lost = house.browser()
    await lost.fill('/sign-in', { email, password })
    expect(
      (
        await lost.fill('/sign-in/recovery-code', {
          recovery_code: ` ${codes[3]?.toUpperCase().replaceAll('-', ' ')}`,
        })
      ).statusCode,
    ).toBe(303)
    expect((await lost.who())?.actor.role).toBe('governance')
    const twice = house.browser()
    await twice.fill('/sign-in', { email, password })
    expect(
      (await twice.fill('/sign-in/recovery-code', { recovery_code: codes[3] as string })).statusCode,
    ).toBe(422)
  })
})
