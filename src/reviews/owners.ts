import { type StaffLine, staffAt } from '#concerns/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import { reviewers } from './policy.ts'
import type { ReviewLine } from './review.ts'

/** Who may be given something to do about a student: reviewers of the school who are not kept from them. */
export const ownersFor = (
  tx: Transaction,
  { schoolId, studentId }: Pick<ReviewLine, 'schoolId' | 'studentId'>,
  now: Date,
): Promise<StaffLine[]> => staffAt(tx, { schoolId, about: [studentId], roles: reviewers, now })
