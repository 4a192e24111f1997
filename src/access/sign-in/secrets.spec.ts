import { describe, expect, test } from 'vitest'
import { passwordHasher } from './argon.ts'
import { knownBrowser, rememberedBrowser } from './known-browser.ts'
import { isMark, keysFrom, mark, seal, unseal } from './secrets.ts'

const keys = keysFrom('one installation')

describe('What is sealed', () => {
  test('opens in its own place with its own key, and nowhere else', () => {
    const sealed = seal(keys.seal, 'JBSWY3DPEHPK3PXP', 'row 1')
    expect(unseal(keys.seal, sealed, 'row 1')).toBe('JBSWY3DPEHPK3PXP')
    expect(() => unseal(keys.seal, sealed, 'row 2')).toThrow()
    expect(() => unseal(keysFrom('another installation').seal, sealed, 'row 1')).toThrow()
    for (const at of [0, 12, 28]) {
      const changed = Buffer.from(sealed)
      changed[at] = (changed[at] as number) ^ 1
      expect(() => unseal(keys.seal, changed, 'row 1')).toThrow()
    }
    expect(sealed.toString('latin1')).not.toContain('JBSWY3DP')
    expect(seal(keys.seal, 'JBSWY3DPEHPK3PXP', 'row 1')).not.toEqual(sealed)
  })

  test('each purpose has its own key', () => {
    const { accounts, ...others } = keys
    const all = [accounts, ...Object.values(others).map((key) => key.toString('base64url'))]
    expect(new Set(all).size).toBe(8)
  })

  test('a mark of ours is known, and no other', () => {
    const own = mark(keys.form, 'session')
    expect(isMark(keys.form, 'session', own)).toBe(true)
    for (const other of [undefined, '', 'x', mark(keys.form, 'session 2'), mark(keys.browser, 'session')]) {
      expect(isMark(keys.form, 'session', other)).toBe(false)
    }
  })
})

describe('A known browser', () => {
  const now = new Date('2026-10-13T20:30:00Z')
  const maya = { email: 'maya@x.example', now }

  test('is known for half a year by its own word, whatever a browser keeps', () => {
    const cookie = rememberedBrowser(keys.browser, undefined, maya)
    const after = (days: number) => ({ ...maya, now: new Date(now.getTime() + days * 86_400_000) })
    const knownFor = (days: number) => knownBrowser(keys.browser, cookie, after(days)) !== undefined
    expect([knownFor(0), knownFor(180), knownFor(182)]).toEqual([true, true, false])
    const later = cookie.replace(/\.\d+~/, (part) => `.${Number(part.slice(1, -1)) + 1000}~`)
    expect(knownBrowser(keys.browser, later, maya)).toBeUndefined()
    const anew = rememberedBrowser(keys.browser, cookie, after(100))
    expect(anew.split('.')).toHaveLength(2)
    expect(knownBrowser(keys.browser, anew, after(270))).toBeDefined()
  })

  test('is known for whoever signed in with it, five people at most', () => {
    let cookie: string | undefined
    for (let person = 1; person <= 6; person++)
      cookie = rememberedBrowser(keys.browser, cookie, { email: `${person}@x.example`, now })
    const known = [1, 2, 3, 4, 5, 6].map((person) =>
      knownBrowser(keys.browser, cookie, { email: `${person}@x.example`, now }),
    )
    expect(known.map((each) => each !== undefined)).toEqual([false, true, true, true, true, true])
    expect(new Set(known.slice(1)).size).toBe(1)
  })

  test('cannot be made up', () => {
    const cookie = rememberedBrowser(keysFrom('another installation').browser, undefined, maya)
    expect(knownBrowser(keys.browser, cookie, maya)).toBeUndefined()
    expect(knownBrowser(keys.browser, 'x.y', maya)).toBeUndefined()
  })
})

describe('A password', () => {
  const hasher = passwordHasher()

  test('is kept as Argon2id with 19 MiB, two passes and its own salt', async () => {
    const [one, two] = [await hasher.hash('kettle orbit frost'), await hasher.hash('kettle orbit frost')]
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
    expect(one).not.toBe(two)
    expect(await hasher.verify({ hash: one, password: 'kettle orbit frost' })).toBe(true)
    expect(await hasher.verify({ hash: one, password: 'kettle orbit frosT' })).toBe(false)
    expect(await hasher.verify({ hash: 'something else', password: 'kettle orbit frost' })).toBe(false)
  })

  test('is the one another maker of Argon2id would make', async () => {
    // From the reference implementation: password, somesalt, 64 MiB, two passes, one lane.
    const hash = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'
    expect(await hasher.verify({ hash, password: 'password' })).toBe(true)
  })

  test('is the same however its letters are composed', async () => {
    const hash = await hasher.hash('pin\u0303ata azul brillante')
    expect(await hasher.verify({ hash, password: 'pi\u00f1ata azul brillante' })).toBe(true)
  })

  test('of a rush waits in a short queue, and past it the answer is busy', async () => {
    const narrow = passwordHasher({ atOnce: 1, waiting: 2 })
    const outcomes = await Promise.allSettled(
      Array.from({ length: 5 }, () => narrow.hash('kettle orbit frost')),
    )
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
      'rejected',
    ])
    expect((outcomes[4] as PromiseRejectedResult).reason).toMatchObject({ code: 'busy' })
    await expect(narrow.hash('and afterwards all is well')).resolves.toContain('$argon2id$')
  })
})
