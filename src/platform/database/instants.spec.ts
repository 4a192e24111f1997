import { describe, expect, it } from 'vitest'
import { readInstant } from './instants.ts'

const at = (text: string) => readInstant(text).toISOString()

describe('An instant as the server sends it', () => {
  it.each([
    ['2026-10-13 20:30:00+00', '2026-10-13T20:30:00.000Z'],
    ['2026-10-13 20:30:00.1+00', '2026-10-13T20:30:00.100Z'],
    ['2026-10-13 20:30:00.123456+00', '2026-10-13T20:30:00.123Z'],
    ['2026-01-01 00:00:00.000999+00', '2026-01-01T00:00:00.000Z'],
    ['2026-10-13 13:30:00-07', '2026-10-13T20:30:00.000Z'],
    ['2026-10-14 02:15:00+05:45', '2026-10-13T20:30:00.000Z'],
    ['1901-02-03 04:05:06+00', '1901-02-03T04:05:06.000Z'],
    ['2099-12-31 23:59:59.999+00', '2099-12-31T23:59:59.999Z'],
  ])('%s is %s', (text, instant) => expect(at(text)).toBe(instant))

  it.each(['infinity', '-infinity', '2026-13-01 00:00:00+00', ''])('%s is none', (text) =>
    expect(() => readInstant(text)).toThrow(RangeError),
  )
})
