import { type Doer, inTransaction } from '#access/doer.ts'
import type { OnProgress } from './roster-changes.ts'
import { sayProgress } from './roster-part-store.ts'

/**
 * Milliseconds between two words about progress: often enough for a person who waits, rarely enough to cost
 * nothing.
 */
const sayEvery = 1000

/** Writes progress beside the work, each time in a transaction of its own. A word that is lost is no harm. */
export function speaker(doer: Doer, importId: string): OnProgress {
  let last = 0
  return (progress) => {
    const now = performance.now()
    if (now - last < sayEvery) return
    last = now
    const at = doer.clock.now()
    void inTransaction(doer, (tx) => sayProgress(tx, importId, { ...progress, at })).catch(() => undefined)
  }
}
