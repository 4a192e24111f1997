import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellOf, csvOf } from './csv.ts'

const read = (text: string) => parse(text, { bom: true, relax_column_count: true })
/** What a spreadsheet would carry out, as published lists of such cells say. */
const carriedOut = /^[\s\u00a0]*[=+\-@＝＋－＠]|^[\t\r]/

describe('A cell of a file for a spreadsheet', () => {
  test.each([
    '=1+1',
    '+1',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    '\u00a0=1',
    '＝cmd|x',
    '＋1',
    '－1',
    '＠x',
    '\u200b=1',
    '\u202e=1',
    '=HYPERLINK("https://elsewhere.example","here")',
    `"=1`.slice(1),
  ])('is text and never a formula: %j', (typed) => {
    expect(typed.replace(/^[\u200b\u202e]/u, '')).toMatch(carriedOut)
    const [[cell = ''] = []] = read(csvOf([[typed]]))
    expect(cell).toBe(`'${typed}`)
    expect(cell).not.toMatch(carriedOut)
  })

  test('is what was typed otherwise: names, quotes, commas and lines of any language', () => {
    for (const typed of [
      'Sofia Delgado',
      'She said "no", twice',
      'two\nlines',
      'Łukasz O’Neil',
      '',
      '5',
      'a=b',
    ])
      expect(read(csvOf([[typed, 'x']]))).toEqual([[typed, 'x']])
    expect(cellOf('a\0b')).toBe('"ab"')
  })

  test('stays one cell, and no formula, whatever it holds', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string().map((text) => `=${text}`),
    )
    const amiss: string[][] = []
    const run = fc.property(fc.array(typed, { minLength: 1, maxLength: 4 }), (row) => {
      const [cells = []] = read(csvOf([[...row, 'end']]))
      if (cells.length !== row.length + 1 || cells.some((cell) => carriedOut.test(cell))) amiss.push(row)
    })
    fc.assert(run, { numRuns: 2000, seed: 20_261_013 })
    expect(amiss).toEqual([])
  })
})
