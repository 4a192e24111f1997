import { expect, test } from 'vitest'
import { rotate } from './rotate.ts'

test('keys are turned while people write, killed six times at any moment: every text opens, and the old key opens none', async () => {
  const told = await rotate({ kills: 6, texts: 300 })
  expect(told.lost).toEqual([])
  expect(told.oldKeyOpens).toBe(false)
  expect(told.planted).toEqual({
    'a key wrapped for another student': true,
    'a text in the row of another': true,
    'the old key let go too early': true,
  })
  expect(told.texts).toBeGreaterThan(300)
}, 300_000)
