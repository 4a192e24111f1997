import { expect, test } from 'vitest'
import { likelihoodOfOneSource, median } from './ranks.ts'

test('the middle of an odd and of an even row', () => {
  expect([median([3, 1, 2]), median([4, 1, 3, 2]), median([])]).toEqual([2, 2.5, 0])
})

test('the rank test of Mann and Whitney, as it is worked out by hand', () => {
  // U = 0, mean 12.5, spread √(25·11/12) = 4.787, z = 12/4.787 = 2.507
  expect(likelihoodOfOneSource([1, 2, 3, 4, 5], [6, 7, 8, 9, 10])).toBeCloseTo(0.01219, 4)
  // Three share a rank, and two: U = 2.5, mean 8, spread² = 16/12·(9 − 30/56) = 11.286, z = 5/3.359 = 1.488
  expect(likelihoodOfOneSource([1, 2, 2, 5], [2, 5, 6, 7])).toBeCloseTo(0.13666, 4)
  expect(likelihoodOfOneSource([1, 1, 1], [1, 1, 1])).toBe(1)
})

test('tells rows apart that lie apart, and not rows that do not, whichever is first', () => {
  const about = (base: number) => Array.from({ length: 60 }, (_, at) => base + ((at * 37) % 11))
  expect(likelihoodOfOneSource(about(400), about(400))).toBeGreaterThan(0.99)
  expect(likelihoodOfOneSource(about(400), about(404))).toBeLessThan(0.001)
  expect(likelihoodOfOneSource(about(404), about(400))).toBe(likelihoodOfOneSource(about(400), about(404)))
})
