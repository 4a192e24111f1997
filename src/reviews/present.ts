import { staffAt } from '#concerns/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import { reviewers } from './policy.ts'
import { isOfCare, type Review } from './review.ts'
import { agencyStaff } from './store.ts'

/**
 * Who can have taken part in a review, each once, by name: whoever reviews at one of its schools, and in a
 * case review whoever works at an agency of its list that may hear what is said there.
 */
export async function presentChoice(
  tx: Transaction,
  { id: reviewId, kind, schoolIds }: Pick<Review, 'id' | 'kind' | 'schoolIds'>,
  now: Date,
): Promise<{ id: string; name: string }[]> {
  const at = schoolIds.map((schoolId) => staffAt(tx, { schoolId, about: [], roles: reviewers, now }))
  const ofAgencies = isOfCare({ kind }) ? await agencyStaff(tx, { id: reviewId, now }) : []
  const people = new Map([...(await Promise.all(at)).flat(), ...ofAgencies].map(({ id, name }) => [id, name]))
  return [...people]
    .map(([id, name]) => ({ id, name }))
    .toSorted((one, other) => one.name.localeCompare(other.name))
}
