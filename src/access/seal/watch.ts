import type { Clock } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { districtsOf } from './sealer.ts'
import { countLeft, latestSeal } from './store.ts'

/** How often it is looked, and how long a row may wait for its seal, in milliseconds. */
const [often, grace] = [15_000, 30_000]

/** The trail of a district waits for its seal: whoever seals has stopped, or cannot keep up. */
export class SealingBehind extends Error {
  override readonly name = 'SealingBehind'
}

type Watch = {
  sealer: Db
  clock: Clock
  alarm: (error: Error) => void
  every?: number
  patience?: number
}

/** Looks into each district once. @returns how many rows wait for longer than they should */
async function waiting({ sealer, clock, patience = grace }: Watch): Promise<number> {
  let rows = 0
  for (const districtId of await districtsOf(sealer))
    rows += await sealer.transaction({ districtId, side: 'system' }, async (tx) => {
      const from = (await latestSeal(tx))?.untilXact ?? 0
      return countLeft(tx, { from, now: clock.now(), grace: patience })
    })
  return rows
}

/**
 * Raises an alarm while rows of the trail wait for their seal: within a minute after whoever seals stopped.
 * It stands on the side that serves, which goes on when the other side is gone.
 */
export function watchSealing(watch: Watch): { stop(): Promise<void> } {
  let looking = Promise.resolve()
  const look = async () => {
    const rows = await waiting(watch)
    if (rows > 0) watch.alarm(new SealingBehind(`${rows} rows wait`))
  }
  const timer = setInterval(() => {
    looking = looking.then(look).catch(watch.alarm)
  }, watch.every ?? often)
  return {
    async stop() {
      clearInterval(timer)
      await looking
    },
  }
}
