import type { Transaction } from '#platform/database/database.ts'
import { modelInForce, type PublishedModel } from '#standards/contract.ts'

/**
 * The model in force when something began. What began before any version of the district is kept by the one
 * in force now: a round that met such a referral must not end for all the others.
 */
export const modelThenOr = (tx: Transaction, began: Date, now: PublishedModel): Promise<PublishedModel> =>
  modelInForce(tx, began).catch((error: Error) => {
    if (!error.message.includes('standard is in force at')) throw error
    return now
  })
