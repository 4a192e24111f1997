import type { Unit } from '#access/unit.ts'
import { type StaffLine, staffAt } from '#concerns/contract.ts'
import { reviewers } from './policy.ts'
import type { IncidentReview } from './review.ts'

/** Who may be given something to improve: whoever follows incidents of the school, kept from no student. */
export const ownersFor = (
  { tx, now }: Pick<Unit, 'tx' | 'now'>,
  { schoolId, studentId }: Pick<IncidentReview, 'schoolId' | 'studentId'>,
): Promise<StaffLine[]> => staffAt(tx, { schoolId, about: [studentId], roles: reviewers, now })
