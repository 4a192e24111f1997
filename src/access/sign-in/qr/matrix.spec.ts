import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { codewordsOf, correctionOf, versionFor } from './codewords.ts'
import { type Matrix, qrMatrix } from './matrix.ts'

const address =
  'otpauth://totp/Throughline:maya.okafor%40riverside.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Throughline'
const drawn = (matrix: Matrix) => matrix.map((row) => row.map((dark) => (dark ? '#' : '.')).join(''))
const fingerprint = (matrix: Matrix) =>
  createHash('sha256').update(drawn(matrix).join('\n')).digest('hex').slice(0, 16)

describe('The picture an authenticator app reads', () => {
  test('has the check digits the standard gives for its own example', () => {
    // ISO/IEC 18004, annex I: 01234567 in version 1-M, ten check digits.
    const data = [16, 32, 12, 86, 97, 128, 236, 17, 236, 17, 236, 17, 236, 17, 236, 17]
    expect(correctionOf(data, 10)).toEqual([165, 36, 212, 193, 237, 54, 199, 135, 44, 85])
  })

  test('has three corner marks, and grows with the text', () => {
    const small = drawn(qrMatrix('a'))
    expect(small.length).toBe(21)
    expect(small.slice(0, 7).map((row) => row.slice(0, 7))).toEqual([
      '#######',
      '#.....#',
      '#.###.#',
      '#.###.#',
      '#.###.#',
      '#.....#',
      '#######',
    ])
    expect(small[0]?.slice(-7)).toBe('#######')
    expect(small.at(-1)?.slice(0, 7)).toBe('#######')
    expect(qrMatrix(address).length).toBe(45)
  })

  test('spreads the text over all its blocks', () => {
    const version = versionFor(address.length)
    expect(version).toBe(7)
    expect(codewordsOf(Buffer.from(address), version)).toHaveLength(196)
  })

  test('is the one a reader of another make was seen to read', () => {
    expect(fingerprint(qrMatrix(address))).toBe('df7d79fef970fdcd')
  })

  test('is not drawn for a text that does not fit', () => {
    expect(qrMatrix('x'.repeat(213)).length).toBe(57)
    expect(() => qrMatrix('x'.repeat(214))).toThrow('too long')
  })
})
