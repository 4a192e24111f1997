import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast } from '#tests/riverside/cast.ts'
import { doorstep, type Doorstep, linkIn, password } from '#tests/support/doorstep.ts'
import { type Breached, breachedIn } from './breached.ts'

/** Passwords no rule refuses: only a list knows that they were in a breach. */
const breachedOnes = ['cobalt turnip relay', 'ﬁve cobalt turnips', 'five cobalt turnips']
const fine = 'cobalt turnip relays'

let folder: string
let list: Breached
let house: Doorstep
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'breached-'))
  const lines = breachedOnes.slice(0, 1).concat(breachedOnes.slice(2))
  const hashes = lines.map((one) => createHash('sha1').update(one).digest('hex').toUpperCase())
  const path = join(folder, 'list.txt')
  await writeFile(
    path,
    hashes
      .toSorted()
      .map((hash) => `${hash}:5\n`)
      .join(''),
  )
  list = await breachedIn(path)
  house = await doorstep({ breached: list })
})
afterAll(async () => {
  await house.close()
  await list.close()
  await rm(folder, { recursive: true })
})

const said = 'known from a breach elsewhere'

describe('A password that was in a breach', () => {
  test('is not taken with an invitation, also where its signs only look alike; another one is', async () => {
    const path = await house.invited('maya')
    const browser = house.browser()
    for (const breached of breachedOnes) {
      const refused = await browser.fill(path, { password: breached })
      expect([refused.statusCode, refused.body]).toEqual([422, expect.stringContaining(said)])
    }
    expect((await browser.fill(path, { password: fine })).headers.location).toBe('/set-up/second-step')
  })

  test('is not taken in place of one that is known; another one is', async () => {
    const browser = await house.signedIn('ruth')
    await browser.get('/account')
    const change = (wanted: string) =>
      browser.send('/account/password', { current_password: password, password: wanted })
    const refused = await change(breachedOnes[0] as string)
    expect([refused.statusCode, refused.body]).toEqual([422, expect.stringContaining(said)])
    expect((await change(fine)).statusCode).toBe(303)
  })

  test('is not taken by a link that came by mail; another one is', async () => {
    await house.readied('samuel')
    house.mail.length = 0
    await house.browser().fill('/forgot-password', { email: cast.samuel.email })
    const path = linkIn((await house.letters(1))[0]?.text)
    const refused = await house.browser().fill(path, { password: breachedOnes[0] as string })
    expect([refused.statusCode, refused.body]).toEqual([422, expect.stringContaining(said)])
    expect((await house.browser().fill(path, { password: fine })).statusCode).toBe(303)
  })
})
