import { describe, expect, test } from 'vitest'
import { isSealed, keyIdOf, newKeyBytes, openBytes, sealBytes, sealText, sealedBytes } from './envelope.ts'

const key = { id: '01a136f5-2d40-700a-b6cb-48f78ff68953', bytes: newKeyBytes() }
const other = { ...key, bytes: newKeyBytes() }
const place = {
  table: 'concern',
  column: 'observed',
  row: '01a136f5-2d40-700c-a669-346de2923b4e',
  districtId: '019f0000-0000-7000-8000-000000000001',
}
const text = 'She sits alone at lunch, и плачет 🙁'

describe('A sealed text', () => {
  test('opens with its key, in its place', () => {
    const sealed = sealText(key, place, text)
    expect(isSealed(sealed)).toBe(true)
    expect(sealed).not.toContain('lunch')
    expect(openBytes(key, place, sealedBytes(sealed)).toString()).toBe(text)
    expect(keyIdOf(sealedBytes(sealed))).toBe(key.id)
  })

  test.each(Object.keys(place) as (keyof typeof place)[])('does not open with another %s', (part) => {
    const sealed = sealBytes(key, place, Buffer.from(text))
    const moved = { ...place, [part]: part === 'row' ? '01a136f5-2d40-700c-a669-346de2923b4f' : 'elsewhere' }
    expect(() => openBytes(key, moved, sealed)).toThrow('')
    expect(openBytes(key, place, sealed).toString()).toBe(text)
  })

  test('does not open with another key, or after any one of its bits was turned', () => {
    const sealed = sealBytes(key, place, Buffer.from('short'))
    expect(() => openBytes(other, place, sealed)).toThrow('')
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const turned = Buffer.from(sealed)
      turned[bit >> 3] = (turned[bit >> 3] as number) ^ (1 << (bit & 7))
      expect(() => openBytes(key, place, turned), `bit ${bit}`).toThrow('')
    }
  })

  test('does not open when something is cut off it, and nothing plain is taken for it', () => {
    const sealed = sealBytes(key, place, Buffer.from(text))
    for (let kept = 0; kept < sealed.length; kept++)
      expect(() => openBytes(key, place, sealed.subarray(0, kept))).toThrow('')
    for (const plain of ['', text, 's1.', 's1.short', 'S1.'.padEnd(80, 'a')])
      expect(() => sealedBytes(plain)).toThrow('This is not sealed')
  })

  test('is another one every time, so that equal texts cannot be told', () => {
    const all = new Set(Array.from({ length: 2000 }, () => sealText(key, place, 'yes')))
    expect(all.size).toBe(2000)
    expect(sealBytes(key, place, Buffer.alloc(0)).length).toBe(45)
  })
})
