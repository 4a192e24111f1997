import type { Unit } from '#access/unit.ts'
import { findStudent } from '#people/contract.ts'
import { notFound } from '#platform/problem.ts'
import type { FamilyNeed } from './need.ts'
import { needsOf } from './need-store.ts'
import { mayKeepHousehold } from './policy.ts'

/**
 * A need of the family of a student within reach, of whoever may see to it.
 * @throws Problem not_found, not_allowed
 */
export async function workOnNeed(
  unit: Unit,
  { studentId, needId }: { studentId: string; needId: string },
): Promise<FamilyNeed> {
  const student = (await findStudent(unit.tx, unit.actor, studentId)) ?? notFound()
  const need = (await needsOf(unit.tx, student.id)).find(({ id }) => id === needId) ?? notFound()
  unit.permit(mayKeepHousehold(unit.actor, need), subjectOfNeed(need))
  return need
}

export const subjectOfNeed = ({ id, studentId }: Pick<FamilyNeed, 'id' | 'studentId'>) => ({
  type: 'family_need',
  id,
  studentId,
})
