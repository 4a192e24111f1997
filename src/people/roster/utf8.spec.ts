import { describe, expect, test } from 'vitest'
import { type RosterLimits, rosterLimits } from './limits.ts'
import { RosterRefused } from './refused.ts'
import { utf8Text } from './utf8.ts'

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function textOf(bytes: Buffer, size = 64, limits: Partial<RosterLimits> = {}): Promise<string> {
  const passed: Buffer[] = []
  const text = utf8Text('users.csv', pieces(bytes, size), { ...rosterLimits, ...limits })
  for await (const chunk of text) passed.push(chunk)
  return Buffer.concat(passed).toString()
}

async function refusalOf(bytes: Buffer, size = 64, limits: Partial<RosterLimits> = {}) {
  const error: unknown = await textOf(bytes, size, limits).then(
    () => 'read',
    (reason: unknown) => reason,
  )
  return error instanceof RosterRefused ? { code: error.code, ...error.detail } : error
}

describe('Text of a roster', () => {
  const names = 'Nguyễn, Łucja 李 👩‍🏫 Yılmaz\n'

  test('comes through whole however it is cut into pieces', async () => {
    for (let size = 1; size <= 12; size += 1) expect(await textOf(Buffer.from(names), size)).toBe(names)
  })

  test('loses its byte order mark, and only at the very beginning', async () => {
    const marked = Buffer.from(`\ufeff${names}\ufeff`)
    for (const size of [1, 2, 3, 4, 64]) expect(await textOf(marked, size)).toBe(`${names}\ufeff`)
  })

  test('in Latin-1 is refused with the byte where it shows', async () => {
    const latin = Buffer.from('sourcedId,givenName\nleo,José\n', 'latin1')
    const byte = latin.indexOf(0xe9)
    for (const size of [1, 3, 7, 64]) {
      expect(await refusalOf(latin, size)).toEqual({ code: 'not_utf8', file: 'users.csv', byte })
    }
  })

  test('counts the byte order mark in the place it names, because an editor does too', async () => {
    const spoiled = Buffer.concat([Buffer.from('\ufeffabc'), Buffer.from([0xff, 0x41])])
    expect(await refusalOf(spoiled)).toEqual({ code: 'not_utf8', file: 'users.csv', byte: 6 })
  })

  test('in UTF-16 is refused by that name, with a mark or without', async () => {
    const little = Buffer.from('\ufeffsourcedId\n', 'utf16le')
    const big = Buffer.from(little).swap16()
    expect(await refusalOf(little)).toEqual({ code: 'utf16', file: 'users.csv', byte: 0 })
    expect(await refusalOf(big, 3)).toEqual({ code: 'utf16', file: 'users.csv', byte: 0 })
    expect(await refusalOf(little.subarray(2), 1)).toEqual({ code: 'utf16', file: 'users.csv', byte: 1 })
  })

  test('that breaks off inside a character, or holds a zero byte, is refused', async () => {
    const broken = Buffer.from('abc李').subarray(0, 5)
    expect(await refusalOf(broken, 2)).toEqual({ code: 'not_utf8', file: 'users.csv', byte: 3 })
    expect(await refusalOf(Buffer.from('abcdef\0'))).toEqual({ code: 'not_utf8', file: 'users.csv', byte: 6 })
  })

  test('encoded in ways that UTF-8 forbids is refused', async () => {
    const overlong = Buffer.from([0x61, 0x62, 0x63, 0x64, 0xc0, 0xaf])
    const surrogate = Buffer.from([0x61, 0x62, 0x63, 0x64, 0xed, 0xa0, 0x80])
    for (const bytes of [overlong, surrogate]) {
      expect(await refusalOf(bytes)).toEqual({ code: 'not_utf8', file: 'users.csv', byte: 4 })
    }
  })

  test('may have lines up to the limit, and not a byte more', async () => {
    const line = (length: number) => Buffer.from(`ok\n${'x'.repeat(length)}\n`)
    for (const size of [1, 5, 64, 4096]) {
      expect(await textOf(line(100), size, { recordBytes: 100 })).toHaveLength(104)
      expect(await refusalOf(line(101), size, { recordBytes: 100 })).toEqual({
        code: 'cell_too_long',
        file: 'users.csv',
        line: 2,
        limit: '100 bytes',
      })
    }
  })
})
