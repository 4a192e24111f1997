import { Problem } from '#platform/problem.ts'
import { withoutOpenings } from './actor.ts'
import { type Doer, inTransaction } from './doer.ts'
import { refused, Undone } from './outcome.ts'
import { recordRefusal } from './refusal.ts'
import { Unit } from './unit.ts'

/**
 * What an act would be refused for, and nothing else: whatever it did is undone.
 * @param name of the act, for the trail where whoever asks may not
 * @throws Problem as the act would
 */
export async function foreseen(
  doer: Doer,
  { name, values }: { name: string; values: unknown },
  judge: (unit: Unit) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const { reactions } = doer
  const actor = withoutOpenings(doer.actor)
  let unit: Unit | undefined
  try {
    return await inTransaction(doer, async (tx) => {
      unit = new Unit(tx, { actor, now: doer.clock.now(), reactions })
      const because = [...(await judge(unit))]
      unit.settle(refused(because))
      return because
    })
  } catch (error) {
    if (error instanceof Undone) return error.because
    if (error instanceof Problem) await recordRefusal(doer, { name, error, subject: unit?.subject, values })
    throw error
  }
}
