import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shownTally, type Tally } from './tally.ts'

const row = (grade: string, [tookPart, optedOut, open, over]: [number, number, number, number]): Tally => ({
  grade,
  tookPart,
  optedOut,
  open,
  over,
})
const gradesShown = (rows: readonly Tally[]) =>
  shownTally(rows).rows.flatMap(({ grade, counts }) => (counts === null ? [] : [grade]))

describe('The result of a round', () => {
  test('is shown by grade and in all where no count points at somebody', () => {
    const rows = [row('6', [80, 10, 10, 12]), row('7', [60, 0, 20, 15])]
    const { total } = shownTally(rows)
    expect(gradesShown(rows)).toEqual(['6', '7'])
    expect(total).toEqual({ tookPart: 140, optedOut: 10, open: 30, over: 27 })
  })

  test('hides a grade with a count below ten, and the next smallest with it', () => {
    const rows = [row('6', [80, 10, 10, 12]), row('7', [60, 0, 20, 15]), row('8', [70, 0, 20, 3])]
    expect(gradesShown(rows)).toEqual(['6'])
    expect(shownTally(rows).total).toMatchObject({ over: 30 })
  })

  test('hides also where few are not over, and the total where nothing else is left to hide it', () => {
    expect(shownTally([row('6', [20, 0, 0, 18])])).toEqual({
      rows: [{ grade: '6', counts: null }],
      total: null,
    })
    expect(shownTally([row('6', [80, 10, 10, 2]), row('7', [60, 0, 20, 3])]).total).toBeNull()
    expect(shownTally([]).rows).toEqual([])
  })

  test('never lets a small count be told, in a row or as the rest of the total', () => {
    const count = fc.integer({ min: 0, max: 40 })
    const tallies = fc
      .array(fc.tuple(count, count, count, count), { maxLength: 6 })
      .map((all) =>
        all.map(([took, out, open, over], at) => row(`${at}`, [took, out, open, Math.min(took, over)])),
      )
    const isSmall = (told: number) => told > 0 && told < 10
    let hid = 0
    fc.assert(
      fc.property(tallies, (rows) => {
        const { rows: shown, total } = shownTally(rows)
        const told = shown.flatMap(({ counts }) => (counts === null ? [] : [counts]))
        if (told.length < rows.length) hid += 1
        const all = (name: 'tookPart' | 'optedOut' | 'open' | 'over') => {
          const each = told.map((counts) => counts[name])
          const rest = total === null ? 0 : total[name] - each.reduce((sum, one) => sum + one, 0)
          return [...each, rest]
        }
        const counts = (['tookPart', 'optedOut', 'open', 'over'] as const).flatMap(all)
        expect(counts.filter(isSmall)).toEqual([])
        expect(total !== null && rows.length - told.length === 1).toBe(false)
      }),
    )
    expect(hid).toBeGreaterThan(10)
  })
})
