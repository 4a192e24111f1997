import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast } from '#tests/riverside/cast.ts'
import { doorstep, type Doorstep } from '#tests/support/doorstep.ts'

/** How often each is asked. In turn, so that what else the machine does falls on both. */
const times = 40
/** A machine that is busy may spoil one comparison; not three. */
const tries = 3

let house: Doorstep
beforeAll(async () => {
  house = await doorstep()
  await house.readied('ruth')
})
afterAll(() => house.close())

const middle = (of: readonly number[]) => of.toSorted((one, other) => one - other)[of.length >> 1] ?? 0

/** How likely two rows of times are alike, after Mann and Whitney: the normal approximation, two-sided. */
function likelihood(a: readonly number[], b: readonly number[]): number {
  const above = a.flatMap((one) => b.map((other) => (one > other ? 1 : one === other ? 0.5 : 0)))
  const u = above.reduce((sum: number, one) => sum + one, 0)
  const spread = Math.sqrt((a.length * b.length * (a.length + b.length + 1)) / 12)
  const z = Math.abs(u - (a.length * b.length) / 2) / spread
  // Abramowitz and Stegun 26.2.17
  const t = 1 / (1 + 0.2316419 * z)
  const tail = ((((1.330274429 * t - 1.821255978) * t + 1.781477937) * t - 0.356563782) * t + 0.31938153) * t
  return 2 * (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * tail
}
const canBeTold = (a: readonly number[], b: readonly number[]) =>
  Math.abs(middle(a) - middle(b)) > 5 && likelihood(a, b) < 0.01

const known = cast.ruth.email
const nobody = 'nobody.here@riverside.example'
let visits = 0

type Ask = (email: string) => Promise<{ statusCode: number; body: string }>
const asks: Record<string, Ask> = {
  'a sign-in with a wrong password': (email) =>
    house
      .browser(`198.51.${visits >> 8}.${visits & 255}`)
      .fill('/sign-in', { email, password: 'not the one 1' }),
  'a link for a new password': (email) =>
    house.browser(`198.51.${visits >> 8}.${visits & 255}`).fill('/forgot-password', { email }),
}

/** Asks for both in turn, each once in a window, so that nobody is kept waiting for tries. */
async function measured(ask: Ask) {
  const took: Record<string, number[]> = { [known]: [], [nobody]: [] }
  for (let turn = 0; turn < times; turn++) {
    house.after(20)
    for (const email of turn % 2 === 0 ? [known, nobody] : [nobody, known]) {
      visits += 1
      const from = performance.now()
      await ask(email)
      took[email]?.push(performance.now() - from)
    }
  }
  return [took[known] ?? [], took[nobody] ?? []] as const
}

/** What a page says, but for what is another on every page. */
const said = (body: string, email: string) =>
  body
    .replaceAll(email, 'address')
    .replaceAll(/value="[^"]*"/g, '')
    .replaceAll(/[0-9a-f-]{36}/g, '')

describe('Who has an account cannot be told', () => {
  test.each(Object.entries(asks))(
    'from what is answered, or from how long that takes: %s',
    async (_, ask) => {
      house.after(20)
      const [one, other] = [await ask(known), await ask(nobody)]
      expect(one.statusCode).toBe(other.statusCode)
      expect(said(one.body, known)).toBe(said(other.body, nobody))
      let told = true
      for (let turn = 0; told && turn < tries; turn++) told = canBeTold(...(await measured(ask)))
      expect(told).toBe(false)
    },
    300_000,
  )

  test('a difference of twelve milliseconds would be found', () => {
    const about = (base: number) => Array.from({ length: times }, (_, at) => base + ((at * 37) % 11))
    expect(canBeTold(about(400), about(412))).toBe(true)
    expect(canBeTold(about(400), about(400))).toBe(false)
    expect(likelihood(about(400), about(400))).toBeGreaterThan(0.9)
  })
})
