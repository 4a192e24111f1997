import { setTimeout as pause } from 'node:timers/promises'
import { evenAnswer } from './limits.ts'

/**
 * Does the work and answers no sooner than after the set time, so that an answer that was found quickly looks
 * like one that was not.
 * @param mustWait whether this answer is one of those that must look alike; all are when left out
 */
export async function evenly<T>(
  work: () => Promise<T>,
  mustWait: (found: T) => boolean = () => true,
): Promise<T> {
  const startedAt = performance.now()
  const found = await work()
  if (mustWait(found)) await pause(Math.max(0, evenAnswer - (performance.now() - startedAt)))
  return found
}
