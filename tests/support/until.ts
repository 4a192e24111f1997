import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'

/** Waits until something holds, and expects that it does within some seconds. */
export async function until(holds: () => boolean | Promise<boolean>, seconds = 8): Promise<void> {
  const giveUpAt = performance.now() + seconds * 1000
  while (!(await holds()) && performance.now() < giveUpAt) await pause(10)
  expect(await holds()).toBe(true)
}
