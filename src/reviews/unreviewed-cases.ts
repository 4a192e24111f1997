import { caseloadAt } from '#caseloads/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import { caseOutcomes } from './coverage-store.ts'

/**
 * How many students on the caseloads of some schools no case review of a week came to: whoever goes through
 * them has it on a list. One that was put off was not reviewed [R161].
 * @param week its Monday
 */
export async function countUnreviewedCases(
  tx: Transaction,
  { schools, week, now }: { schools: readonly string[]; week: string; now: Date },
): Promise<number> {
  const [{ students }, outcomes] = await Promise.all([
    caseloadAt(tx, schools, now),
    caseOutcomes(tx, { schools, week }),
  ])
  const reviewed = new Set(
    outcomes.filter(({ outcome }) => outcome === 'reviewed').map(({ studentId }) => studentId),
  )
  return students.filter(({ studentId }) => !reviewed.has(studentId)).length
}
