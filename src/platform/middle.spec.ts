import { expect, test } from 'vitest'
import { middleDays, middleOf } from './middle.ts'

test('The middle of some numbers is the one in the middle, or halfway between two; of none there is none', () => {
  expect([[], [4], [9, 1, 2], [4, 1, 2, 3]].map(middleOf)).toEqual([null, 4, 2, 2.5])
})

test('The middle of how long things took is in days, to a tenth', () => {
  const from = new Date('2026-10-13T00:00:00Z')
  const hours = (count: number) => new Date(from.getTime() + count * 3_600_000)
  expect(middleDays([])).toBeNull()
  expect(middleDays([[from, hours(24)]])).toBe(1)
  expect(middleDays([[from, hours(8)]])).toBe(0.3)
})
