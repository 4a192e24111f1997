import { describe, expect, test } from 'vitest'
import { codeAt, codeOf, newTotpSecret, stepAt, stepOf, toBase32, totpAddress } from './totp.ts'

/** The secret of RFC 6238, appendix B. */
const secret = toBase32(Buffer.from('12345678901234567890'))

describe('Codes of an authenticator app', () => {
  test.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('at second %i of the epoch the code is the one of RFC 6238', (second, code) => {
    expect(codeAt(secret, new Date(second * 1000))).toBe(code)
  })

  test('a clock half a minute off is forgiven, a whole minute is not', () => {
    const now = new Date('2026-10-13T20:30:00Z')
    const step = stepAt(now)
    expect([-2, -1, 0, 1, 2].map((off) => stepOf(secret, codeOf(secret, step + off), now))).toEqual([
      undefined,
      step - 1,
      step,
      step + 1,
      undefined,
    ])
  })

  test('a blank in the middle, as apps show it, makes no difference', () => {
    const now = new Date(59_000)
    expect(stepOf(secret, '287 082', now)).toBe(1)
    expect(stepOf(secret, '287083', now)).toBeUndefined()
  })

  test('every secret is new, 160 bits long, and spelled in letters an app takes', () => {
    const some = Array.from({ length: 20 }, newTotpSecret)
    expect(new Set(some).size).toBe(20)
    expect(some.every((one) => /^[A-Z2-7]{32}$/.test(one))).toBe(true)
  })

  test('the address names the account and carries the secret', () => {
    const address = new URL(totpAddress({ secret, issuer: 'Throughline', account: 'maya@riverside.example' }))
    expect(decodeURIComponent(address.pathname)).toContain('Throughline:maya@riverside.example')
    expect(address.searchParams.get('secret')).toBe(secret)
    const long = totpAddress({
      secret,
      issuer: 'Throughline',
      account: `${'漢'.repeat(60)}@riverside.example`,
    })
    expect(long.length).toBeLessThan(213)
  })
})
