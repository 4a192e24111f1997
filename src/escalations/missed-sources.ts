import type { Transaction } from '#platform/database/database.ts'
import type { Open } from './missed.ts'
import { sources } from './missed-sources-store.ts'

export type When = keyof typeof sources

/** What is open, of which no miss of the clock that runs now is kept, the longest first. */
export const openOf = (tx: Transaction, when: When, now: Date): Promise<Open[]> =>
  tx.all(sources[when], { district: tx.scope.districtId, now })
