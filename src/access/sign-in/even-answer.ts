import { setTimeout as pause } from 'node:timers/promises'
import { evenAnswer, evenStep } from './limits.ts'

/**
 * When an answer is given, in milliseconds after it was asked for: the set time, and where that was not
 * enough, the next of equal steps behind it. A machine under load works longer for everybody, and what a row
 * more or less costs is lost in the step.
 */
export const evenMoment = (elapsed: number): number =>
  evenAnswer + Math.ceil(Math.max(0, elapsed - evenAnswer) / evenStep) * evenStep

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
  const elapsed = performance.now() - startedAt
  if (mustWait(found)) await pause(evenMoment(elapsed) - elapsed)
  return found
}
