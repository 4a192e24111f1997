import { describe, expect, test } from 'vitest'
import type { Item } from './instrument.ts'
import { isOver, mostPoints, pointsOf } from './scoring.ts'

const answers = [
  { code: 'never', points: 0 },
  { code: 'some_days', points: 1 },
  { code: 'most_days', points: 3 },
]
const items: Item[] = ['a', 'b'].map((linkId) => ({ linkId, answers }))
const chosen = (codes: Record<string, string>) => new Map(Object.entries(codes))

describe('The points of a result', () => {
  test('are those of each answer, added up: the order of the answers counts, and not their place', () => {
    expect(pointsOf(items, chosen({ a: 'most_days', b: 'some_days' }))).toEqual({ points: 4 })
    expect(pointsOf(items, chosen({ a: 'never', b: 'never' }))).toEqual({ points: 0 })
    expect(mostPoints(items)).toBe(6)
  })

  test('are not guessed where an answer is missing or is none of the item', () => {
    expect(pointsOf(items, chosen({ a: 'never' }))).toEqual({ unanswered: 'b' })
    expect(pointsOf(items, chosen({ a: 'always', b: 'never' }))).toEqual({ unanswered: 'a' })
  })

  test('are over from the cut-off on', () => {
    expect([3, 4, 5].map((points) => isOver(points, 4))).toEqual([false, true, true])
  })
})
