import type { Transaction } from '#platform/database/database.ts'
import { enter } from './drill-wall-store.ts'

/**
 * Goes inside a timed drill that was begun, until the transaction ends: what is real is behind the wall then,
 * and what is written is the drill's. @returns whether there is such a drill
 */
export const entersDrill = async (tx: Transaction, drill: string): Promise<boolean> =>
  (await tx.maybe(enter, { district: tx.scope.districtId, drill })) !== undefined
