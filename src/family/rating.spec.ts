import { describe, expect, test } from 'vitest'
import { shownCounts } from '#platform/small-counts.ts'
import { countRatings, type Rating, raters, ratingCounts, ratingsTelling } from './rating.ts'

const times = (count: number, rating: Rating): Rating[] => Array.from({ length: count }, () => rating)

describe('What families said', () => {
  test('is counted by answer, each family once in each question', () => {
    const counts = countRatings([
      ...times(12, { clarity: 'clear', frustration: 'none' }),
      { clarity: 'unclear', frustration: 'much' },
    ])
    expect(counts).toEqual({ clear: 12, partly: 0, unclear: 1, none: 12, some: 0, much: 1 })
    expect(raters(counts)).toBe(13)
  })

  test('is hidden where any count could say who it was', () => {
    const shown = (rows: Rating[][]) =>
      shownCounts(rows.map(countRatings), { names: ratingCounts, telling: ratingsTelling })
    const fine = times(12, { clarity: 'clear', frustration: 'none' })
    expect(shown([fine]).rows[0]).toMatchObject({ clear: 12 })
    const one: Rating = { clarity: 'unclear', frustration: 'much' }
    expect(shown([[...fine, one]])).toEqual({ rows: [null], total: null })
    expect(shown([fine, [one]])).toEqual({ rows: [null, null], total: null })
  })
})
