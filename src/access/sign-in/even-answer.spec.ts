import { expect, test } from 'vitest'
import { evenly, evenMoment } from './even-answer.ts'
import { evenAnswer, evenStep } from './limits.ts'

test('an answer is given at the set time, and where that was not enough, at the next step behind it', () => {
  expect([0, 51, 399, 400].map(evenMoment)).toEqual([400, 400, 400, 400])
  expect([401, 412, 499, 500].map(evenMoment)).toEqual([500, 500, 500, 500])
  expect(evenMoment(501)).toBe(evenAnswer + 2 * evenStep)
})

test('an answer that need not look like another is given at once', async () => {
  const from = performance.now()
  expect(
    await evenly(
      async () => 'found',
      () => false,
    ),
  ).toBe('found')
  expect(performance.now() - from).toBeLessThan(evenAnswer / 2)
  await evenly(async () => 'found')
  expect(performance.now() - from).toBeGreaterThanOrEqual(evenAnswer - 1)
})
