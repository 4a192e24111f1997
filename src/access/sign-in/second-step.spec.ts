import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast } from '#tests/riverside/cast.ts'
import { riversideId } from '#tests/riverside/places.ts'
import type { Browser } from '#tests/support/browser.ts'
import { doorstep, type Doorstep, password, secretOn } from '#tests/support/doorstep.ts'
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
      expect(replies.map(({ statusCode }) => statusCode).toSorted((one, other) => one - other)).toEqual([
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
    const secret = secretOn(browser.page)
    expect((await browser.send('/set-up/second-step', { code: '123' })).statusCode).toBe(422)
    expect(secretOn(browser.page)).toBe(secret)
    const before = browser.cookies.get('tl')
    const done = await browser.send('/set-up/second-step', { code: codeAt(secret, house.clock.now()) })
    expect([done.statusCode, codesOn(done.body).length]).toEqual([200, 10])
    expect(browser.cookies.get('tl')).not.toBe(before)
    expect((await browser.who())?.actor.name).toBe('Thomas Ackerman')
  })
})

const codesOn = (page: string) =>
  [...page.matchAll(/<code>([a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4})<\/code>/g)].map(([, code]) => code as string)

describe('A recovery code', () => {
  const { id: personId, email } = cast.leila
  let codes: string[] = []
  let secret = ''
  beforeAll(async () => {
    await house.door.provideLogin({ districtId: riversideId, personId, email, password })
    const browser = house.browser()
    await browser.fill('/sign-in', { email, password })
    await browser.get('/set-up/second-step')
    secret = secretOn(browser.page)
    await browser.send('/set-up/second-step', { code: codeAt(secret, house.clock.now()) })
    codes = codesOn(browser.page)
  })

  const tryWith = async (code: string) => {
    const browser = house.browser()
    await browser.fill('/sign-in', { email, password })
    const { statusCode } = await browser.fill('/sign-in/recovery-code', { recovery_code: code })
    return { statusCode, role: (await browser.who())?.actor.role }
  }

  test('is one of ten different ones, each good for one sign-in without the app', async () => {
    expect(new Set(codes).size).toBe(10)
    const [first = '', second = ''] = codes
    expect(await tryWith(first)).toEqual({ statusCode: 303, role: 'privacy_officer' })
    expect(await tryWith(first)).toEqual({ statusCode: 422, role: undefined })
    expect(await tryWith(` ${second.toUpperCase().replaceAll('-', ' ')} `)).toMatchObject({ statusCode: 303 })
    expect(await house.door.desk.secondStep.recoveryCodesLeft(await loginOf(email))).toBe(8)
  })

  test('is kept as a hash, and the secret of the app is encrypted', async () => {
    const { rows } = await house.admin.query<{ text: string }>(
      `select (select string_agg(encode(secret, 'escape'), ' ') from auth.second_step)
        || (select string_agg(encode(hash, 'escape'), ' ') from auth.recovery_code) as text`,
    )
    expect(rows[0]?.text.length).toBeGreaterThan(100)
    for (const kept of [secret, ...codes]) expect(rows[0]?.text).not.toContain(kept)
  })

  test('stops working when new ones are made', async () => {
    await house.door.desk.secondStep.renewRecoveryCodes(await loginOf(email))
    expect(await tryWith(codes[5] ?? '')).toMatchObject({ statusCode: 422 })
  })
})

const loginOf = async (email: string) => (await house.door.desk.accounts.find(email))?.id ?? ''
