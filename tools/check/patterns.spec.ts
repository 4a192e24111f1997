import { describe, expect, test } from 'vitest'
import { patternsIn, servedPatterns, slowAmong } from './patterns.ts'

describe('A pattern', () => {
  test('of what is served takes no more time than the text is long', { timeout: 60_000 }, () => {
    const patterns = servedPatterns()
    expect(patterns.length).toBeGreaterThan(100)
    expect(slowAmong(patterns)).toEqual([])
  })

  test('that would take longer is found, whichever way it does', () => {
    const planted = String.raw`
      const nested = /^(?:a+)+$/
      const beside = /\s*,?\s*x/
      const within = /=+$/
      const fine = /^[a-z]{1,20}@[a-z]+\.[a-z]+$/`
    const found = slowAmong(patternsIn('planted.ts', planted))
    expect(found.map((line) => line.split(' ')[0])).toEqual(['planted.ts:2', 'planted.ts:3', 'planted.ts:4'])
  })
})
