import { describe, expect, test } from 'vitest'
import { wholeHouse } from '#tests/support/whole-house.ts'
import { UnknownAskers } from './unknown-askers.ts'

describe('A refusal of somebody nobody knows', () => {
  test('has a line for each network and address, once in a quarter of an hour', () => {
    const askers = new UnknownAskers()
    const asked = { network: 'a mark', route: '/students/:studentId' }
    expect([0, 1000, 60_000].map((at) => askers.tells(asked, at))).toEqual([true, false, false])
    expect(askers.tells({ ...asked, route: '/today' }, 60_000)).toBe(true)
    expect(askers.tells({ ...asked, network: 'another' }, 60_000)).toBe(true)
    expect(askers.tells(asked, 15 * 60_000)).toBe(true)
  })

  test('is bounded however many ask', () => {
    const askers = new UnknownAskers()
    const lines = Array.from({ length: 2000 }, (_, at) =>
      askers.tells({ network: String(at), route: '/today' }, 1),
    )
    expect(lines.filter(Boolean)).toHaveLength(500)
  })

  test('leaves the address as a pattern, the code and a mark of the network, and nothing of what was asked', async () => {
    const lines: object[] = []
    const house = await wholeHouse({ attempted: (line) => void lines.push(line) })
    try {
      const student = '/students/0199a000-0000-7000-8000-00000000abcd?secret=word'
      for (const _ of ['once', 'and again']) expect((await house.browser().get(student)).statusCode).toBe(401)
      expect((await house.browser().get('/sign-in')).statusCode).toBe(200)
    } finally {
      await house.close()
    }
    expect(lines).toEqual([
      {
        id: expect.any(String) as string,
        route: '/students/:studentId',
        code: 'sign_in_needed',
        network: expect.stringMatching(/^\S{16,}$/) as string,
      },
    ])
    expect(JSON.stringify(lines)).not.toMatch(/abcd|secret|203\.0\.113/)
  })
})
