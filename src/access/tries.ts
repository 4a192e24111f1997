import { type Doer, inTransaction } from './doer.ts'
import { count } from './tries-store.ts'

/** How often one person may try an act within a window. */
export type Tries = { most: number; minutes: number }

/**
 * Counts one try, in a transaction of its own and before anything is looked for: what is refused counts too,
 * and of a hundred guesses sent at once as many are heard as of a hundred sent one by one.
 * @returns whether it may be heard; false for whoever is no person
 */
export async function countTry(doer: Doer, { act, tries }: { act: string; tries: Tries }): Promise<boolean> {
  const { districtId, personId } = doer.actor
  if (personId === null) return false
  const now = doer.clock.now()
  const until = new Date(now.getTime() + tries.minutes * 60_000)
  const { tries: soFar } = await inTransaction(doer, (tx) =>
    tx.one(count, { district: districtId, person: personId, act, now, until }),
  )
  return soFar <= tries.most
}
