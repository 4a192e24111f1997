import type { Transaction } from '#platform/database/database.ts'
import { modelInForce } from '#standards/contract.ts'

/** Within how many days another crisis of the same student is a repeat, by the time standards in force. */
export async function repeatWithin({ tx, now }: { tx: Transaction; now: Date }): Promise<number> {
  const { limit } = (await modelInForce(tx, now)).time_standards.body.repeat_crisis
  return 'amount' in limit ? limit.amount : 0
}
