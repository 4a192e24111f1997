import type { Unit } from '#access/unit.ts'
import { type StaffLine, staffAt } from '#concerns/contract.ts'
import { reviewers } from './policy.ts'
import type { IncidentReview } from './review.ts'

/** Who may be given something to improve: whoever follows incidents of the school, kept from no student. */
export const ownersFor = (
  at: Pick<Unit, 'tx' | 'now'>,
  { schoolId, studentId }: Pick<IncidentReview, 'schoolId' | 'studentId'>,
): Promise<StaffLine[]> => improversAt(at, { schoolId, about: [studentId] })

/** The same of several students: whoever is kept from one of them is left out. */
export const improversAt = (
  { tx, now }: Pick<Unit, 'tx' | 'now'>,
  { schoolId, about }: { schoolId: string; about: readonly string[] },
): Promise<StaffLine[]> => staffAt(tx, { schoolId, about, roles: reviewers, now })
