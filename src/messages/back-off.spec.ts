import { expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { waitAfter } from './back-off.ts'

const minute = 60_000

test('a message is tried ever later, never more than ten minutes apart, and a quarter less at most', () => {
  const [whole, spread] = ['0000', 'ffff'].map((end) => `${newId().slice(0, -4)}${end}`) as [string, string]
  expect([1, 2, 3, 4, 5, 6, 40].map((tries) => waitAfter(tries, whole) / minute)).toEqual([
    0.5, 1, 2, 4, 8, 10, 10,
  ])
  expect(waitAfter(6, spread)).toBe(7.5 * minute)
  // In two hours nobody is asked more often than every few minutes.
  let [tries, passed] = [0, 0]
  while (passed < 120 * minute) passed += waitAfter((tries += 1), spread)
  expect(tries).toBeLessThan(25)
})
