import type { Act } from '#access/act.ts'
import type { Doer } from '#access/doer.ts'
import { Problem } from '#platform/problem.ts'
import type { CastKey } from '../cast.ts'

/** A world in which somebody acts at a moment. */
export type Teller = { being(key: CastKey, position?: number): Doer; at(moment: Date): void }

/** Does one act and insists that it is done: a story that is refused is a story told wrongly. */
export async function perform<Ok>(doer: Doer, act: Act<Ok>, given: object): Promise<Ok> {
  const outcome = await act.perform(doer, given).catch((error: Error) => {
    const because =
      error instanceof Problem ? error.because.map(({ field, says }) => `${field}: ${says}`).join(', ') : ''
    throw new Error(`${doer.actor.name}: ${act.name}: ${error.message} ${because}`, { cause: error })
  })
  if (outcome.done) return outcome.result
  throw new Error(`${doer.actor.name}: ${act.name} was refused: ${outcome.because.join(', ')}`)
}
