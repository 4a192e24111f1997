import { barriersOf } from '#handoffs/contract.ts'
import { barriersOfFamily, type Suggestion } from '#households/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import type { Referral } from '#referrals/contract.ts'
import { choicesOf, modelInForce } from '#standards/contract.ts'

/**
 * The barriers that what is known of the family speaks of, and that nobody has opened on this referral yet:
 * of the list of barriers in force alone [R352]. One that was worked on before is not brought up again.
 */
export async function suggestionsFor(
  { tx, now }: { tx: Transaction; now: Date },
  { id, studentId }: Pick<Referral, 'id' | 'studentId'>,
): Promise<Suggestion[]> {
  const [suggested, barriers, { reasons }] = await Promise.all([
    barriersOfFamily(tx, studentId),
    barriersOf(tx, id),
    modelInForce(tx, now),
  ])
  const offered = new Set(choicesOf(reasons.body, 'barrier').map(({ code }) => code))
  const known = new Set(barriers.map(({ category }) => category))
  return suggested.filter(({ category }) => offered.has(category) && !known.has(category))
}
