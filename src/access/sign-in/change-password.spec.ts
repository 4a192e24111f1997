import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast } from '#tests/riverside/cast.ts'
import { doorstep, type Doorstep, linkIn, password } from '#tests/support/doorstep.ts'

let house: Doorstep
beforeAll(async () => {
  house = await doorstep()
})
afterAll(() => house.close())

const next = 'lantern gravel moss'
const change = (current: string, wanted: string) => ({ current_password: current, password: wanted })

describe('A password is changed', () => {
  test('by whoever gives the current one; every session ends, and the address is told without a name', async () => {
    const [browser, other] = [await house.signedIn('ruth'), await house.signedIn('ruth')]
    await browser.get('/account')
    const refused = await browser.send('/account/password', change('not the one', next))
    expect([refused.statusCode, refused.body]).toEqual([
      422,
      expect.stringContaining('This is not your current password.'),
    ])
    expect((await browser.send('/account/password', change(password, 'short'))).statusCode).toBe(422)
    expect(await browser.who()).toBeDefined()

    const done = await browser.send('/account/password', change(password, next))
    expect(done.headers.location).toBe('/sign-in?done=password_set')
    expect([await browser.who(), await other.who()]).toEqual([undefined, undefined])
    const [letter] = await house.letters(1)
    expect(letter).toMatchObject({ to: cast.ruth.email, subject: 'Your sign-in was changed' })
    for (const word of ['Ruth', 'Riverside', 'school']) expect(letter?.text).not.toContain(word)
    const { email } = cast.ruth
    expect((await house.browser().fill('/sign-in', { email, password })).statusCode).toBe(422)
    expect((await house.browser().fill('/sign-in', { email, password: next })).statusCode).toBe(303)
    expect(await house.signInsOf('ruth')).toContain('public: password.changed')
  }, 60_000)

  test('by guessing no faster than at the door', async () => {
    const browser = await house.signedIn('marcus')
    await browser.get('/account')
    const codes = []
    for (let i = 0; i < 11; i++)
      codes.push((await browser.send('/account/password', change(`guess ${i} 12345`, next))).statusCode)
    expect(codes.slice(0, 10).every((code) => code === 422)).toBe(true)
    expect(codes[10]).toBe(429)
  }, 60_000)
})

test('a password set anew by mail leaves the second step as it was: the same app is asked for', async () => {
  await house.readied('samuel')
  const { email } = cast.samuel
  house.mail.length = 0
  await house.browser().fill('/forgot-password', { email })
  const browser = house.browser()
  await browser.fill(linkIn((await house.letters(1))[0]?.text), { password: next })
  house.after(1)
  const halfway = await browser.fill('/sign-in', { email, password: next })
  expect(halfway.headers.location).toBe('/sign-in/second-step')
  expect(await browser.who()).toBeUndefined()
  await browser.fill('/sign-in/second-step', { code: house.codeOf('samuel') })
  expect((await browser.who())?.actor).toMatchObject({ role: 'crisis_lead' })
}, 60_000)
