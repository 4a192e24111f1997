import type { Transaction } from '#platform/database/database.ts'
import { modelInForce } from '#standards/contract.ts'
import { supportTier } from './review-support.ts'
import { entryCriteria } from './rules.ts'

/**
 * What a support offered to a student may cite: the entry criteria in force of the tier the student is in
 * [R012]. Whoever opens it chooses one.
 */
export async function supportEntries(
  { tx, now }: { tx: Transaction; now: Date },
  studentId: string,
): Promise<{ code: string; text: string }[]> {
  const model = await modelInForce(tx, now)
  const tier = await supportTier({ tx }, studentId)
  return entryCriteria({ model, tier }).map(({ code, text }) => ({ code, text }))
}
