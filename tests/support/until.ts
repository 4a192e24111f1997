import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'

/**
 * Waits until something holds, and expects that it does within some seconds of asking. It counts how often it
 * asked and not the clock: a machine that stands still for seconds says nothing about what was asked.
 */
export async function until(holds: () => boolean | Promise<boolean>, seconds = 8): Promise<void> {
  for (let left = seconds * 100; left > 0 && !(await holds()); left -= 1) await pause(10)
  expect(await holds()).toBe(true)
}
