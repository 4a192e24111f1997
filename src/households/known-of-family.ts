import { caregiversToContact } from '#people/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import { needsOf } from './need-store.ts'
import { profileOf } from './store.ts'
import { type Suggestion, suggestedBarriers } from './suggest.ts'

/** The barriers that what is known of the family of a student speaks of. Reach is judged by the caller. */
export async function barriersOfFamily(tx: Transaction, studentId: string): Promise<Suggestion[]> {
  const [profile, needs, caregivers] = await Promise.all([
    profileOf(tx, studentId),
    needsOf(tx, studentId),
    caregiversToContact(tx, studentId),
  ])
  return suggestedBarriers({
    profile,
    interpreter: caregivers.some(({ interpreter }) => interpreter),
    needs: needs.flatMap(({ kind, endedAt }) => (endedAt === null ? [kind] : [])),
  })
}
