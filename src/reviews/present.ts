import { staffAt } from '#concerns/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import { reviewers } from './policy.ts'
import type { Review } from './review.ts'

/** Who can have taken part in a review: whoever reviews at one of its schools, each once, by name. */
export async function presentChoice(
  tx: Transaction,
  { schoolIds }: Pick<Review, 'schoolIds'>,
  now: Date,
): Promise<{ id: string; name: string }[]> {
  const at = schoolIds.map((schoolId) => staffAt(tx, { schoolId, about: [], roles: reviewers, now }))
  const people = new Map((await Promise.all(at)).flat().map(({ id, name }) => [id, name]))
  return [...people]
    .map(([id, name]) => ({ id, name }))
    .toSorted((one, other) => one.name.localeCompare(other.name))
}
