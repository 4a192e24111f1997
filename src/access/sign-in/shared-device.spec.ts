import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast } from '#tests/riverside/cast.ts'
import { doorstep, type Doorstep, password } from '#tests/support/doorstep.ts'

let house: Doorstep
beforeAll(async () => {
  house = await doorstep()
})
afterAll(() => house.close())

/** Signs in where others sign in too. */
async function signedInShared(key: 'helen') {
  await house.readied(key)
  house.after(1)
  const browser = house.browser()
  await browser.fill('/sign-in', { email: cast[key].email, password, shared: 'yes' })
  await browser.fill('/sign-in/second-step', { code: house.codeOf(key) })
  return browser
}

test('a session on a device others use too ends after five minutes of rest, and after an hour, and leaves no mark', async () => {
  const browser = await signedInShared('helen')
  expect((await browser.get('/account')).body).toContain('shared device')
  expect(browser.cookies.has('tl_browser')).toBe(false)
  let minutes = 0
  while ((await browser.who()) !== undefined && minutes < 900) {
    house.after(4)
    minutes += 4
  }
  expect(minutes).toBe(60)
  const rested = await signedInShared('helen')
  house.after(5)
  expect(await rested.who()).toBeUndefined()
  const own = await house.signedIn('helen')
  expect(own.cookies.has('tl_browser')).toBe(true)
})
