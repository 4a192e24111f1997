import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast } from '#tests/riverside/cast.ts'
import { doorstep, type Doorstep, linkIn, password } from '#tests/support/doorstep.ts'
import { filesLike, read } from '../../../tools/source.ts'

let house: Doorstep
let visits = 0
beforeAll(async () => {
  house = await doorstep()
})
afterAll(() => house.close())

/** A page of each form on which something secret is typed, as it is sent to the browser. */
async function pages(): Promise<Record<string, string>> {
  const browser = house.browser()
  await browser.get('/sign-in')
  const signIn = browser.page
  await house.readied('ruth')
  await browser.fill('/forgot-password', { email: cast.ruth.email })
  const path = linkIn((await house.letters(1)).at(-1)?.text)
  await browser.get(path)
  const reset = browser.page
  await browser.get(await house.invited('samuel'))
  return { signIn, reset, invitation: browser.page }
}

const inputs = (html: string) => [...html.matchAll(/<input[^>]*>/g)].map(([input]) => input)
const passwordsIn = (html: string) => inputs(html).filter((input) => /name="password"/.test(input))
/** What a field of a password must not have, or must. */
const amissIn = (input: string) => [
  ...(/type="password"/.test(input) ? [] : ['it is shown while it is typed']),
  ...(/autocomplete="(?:current|new)-password"/.test(input) ? [] : ['a password manager does not know it']),
  ...(/maxlength|pattern=|onpaste|oncopy|readonly/i.test(input)
    ? ['something hinders what is typed or pasted']
    : []),
]

describe('A password', () => {
  test('is typed unseen, may be pasted, and is known to a password manager, on every form', async () => {
    const all = await pages()
    for (const [name, html] of Object.entries(all)) {
      expect([name, passwordsIn(html).length]).toEqual([name, 1])
      expect([name, ...passwordsIn(html).flatMap(amissIn)]).toEqual([name])
    }
    expect(amissIn('<input name="password" type="text" onpaste="return false">')).toHaveLength(3)
    // No script of ours stops anybody from pasting either.
    const listens = /addEventListener\(\s*['"](?:paste|copy|beforeinput)['"]|\bonpaste\b/
    const files = filesLike(['src/*']).filter((file) => !file.includes('.spec.'))
    expect(files.filter((file) => listens.test(read(file)))).toEqual([])
    expect(`field.addEventListener('paste', stop)`).toMatch(listens)
  })

  test('is taken as it was typed: no letter is cut off, folded or trimmed', async () => {
    const long = ` Äpfel & 'Birnen' <kettle> orbit ${'frost 9 '.repeat(11)}`
    const path = await house.invited('marcus')
    const chosen = await house.browser().fill(path, { password: long })
    expect(chosen.statusCode).toBe(303)
    const tried = async (password: string) =>
      (await house.browser(`198.51.100.${++visits}`).fill('/sign-in', { email: cast.marcus.email, password }))
        .statusCode
    expect(await tried(long)).toBe(303)
    const others = [
      long.trim(),
      long.toLowerCase(),
      long.slice(0, 72),
      long.slice(0, -1),
      `${long} `,
      long.replace('Ä', 'A'),
    ]
    for (const other of others) expect([other, await tried(other)]).toEqual([other, 422])
    // The same letters composed in another way are the same password.
    expect(await tried(long.normalize('NFD'))).toBe(303)
  })

  test('is never made old by time', async () => {
    await house.signedIn('ben')
    house.after(10 * 365 * 24 * 60)
    await house.admin.query(
      'begin; set local session_replication_role = replica; update assignment set ends_on = null; commit',
    )
    const { headers } = await house.browser().fill('/sign-in', { email: cast.ben.email, password })
    expect(headers.location).toBe('/sign-in/second-step')
  })

  test('is all that is asked beside a code: no form of signing in asks a question about somebody', async () => {
    const names = Object.values(await pages())
      .flatMap(inputs)
      .flatMap((input) => /name="([^"]*)"/.exec(input)?.[1] ?? [])
    const known = new Set(['email', 'password', 'code', '_csrf', '_key', '_method', 'to', 'shared'])
    expect(names.filter((name) => !known.has(name))).toEqual([])
    const words = read('src/access/sign-in/words.ts')
    const asks = /maiden|first pet|secret question|security question|mother's name|favou?rite/i
    expect(words).not.toMatch(asks)
    expect('What was the name of your first pet?').toMatch(asks)
  })
})
