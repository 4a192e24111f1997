import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fewest, isSmall, shownCounts } from './small-counts.ts'

const names = ['yes', 'no'] as const
type Row = Record<(typeof names)[number], number>
const shown = (rows: readonly Row[]) =>
  shownCounts(rows, { names, telling: ({ yes, no }) => [yes, no, yes + no] })

describe('Counts for whoever may not know of the records', () => {
  test('are shown where each is of nobody or of many', () => {
    expect([0, 1, fewest - 1, fewest].map(isSmall)).toEqual([false, true, true, false])
    const rows = [
      { yes: 40, no: 0 },
      { yes: 20, no: 12 },
    ]
    expect(shown(rows)).toEqual({ rows, total: { yes: 60, no: 12 } })
  })

  test('are hidden with a small one, and so are the smallest others until the total tells nothing', () => {
    const [large, middle, small] = [
      { yes: 90, no: 30 },
      { yes: 20, no: 12 },
      { yes: 20, no: 3 },
    ] as const
    expect(shown([small, large, middle])).toEqual({ rows: [null, large, null], total: { yes: 130, no: 45 } })
    expect(shown([small])).toEqual({ rows: [null], total: null })
    expect(shown([])).toEqual({ rows: [], total: { yes: 0, no: 0 } })
  })

  test('never leave a small number to be told, in a row or as the rest of the total', () => {
    const count = fc.integer({ min: 0, max: 30 })
    let hid = 0
    fc.assert(
      fc.property(fc.array(fc.record({ yes: count, no: count }), { maxLength: 6 }), (rows) => {
        const { rows: seen, total } = shown(rows)
        const told = seen.filter((row) => row !== null)
        if (told.length < rows.length) hid += 1
        const left = (name: 'yes' | 'no') =>
          total === null ? 0 : total[name] - told.reduce((sum, row) => sum + row[name], 0)
        const said = [...told, { yes: left('yes'), no: left('no') }]
        expect(said.flatMap(({ yes, no }) => [yes, no, yes + no]).filter(isSmall)).toEqual([])
        expect(total !== null && rows.length - told.length === 1).toBe(false)
      }),
    )
    expect(hid).toBeGreaterThan(10)
  })
})
