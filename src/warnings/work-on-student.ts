import { coversSchool } from '#access/actor.ts'
import type { Unit } from '#access/unit.ts'
import { findStudent, type Student } from '#people/contract.ts'
import { notFound } from '#platform/problem.ts'

/**
 * The student within reach, of whose school the actor is.
 * @throws Problem not_found, not_allowed
 */
export async function workOnStudent(unit: Unit, studentId: string): Promise<Student & { schoolId: string }> {
  const student = (await findStudent(unit.tx, unit.actor, studentId)) ?? notFound()
  const { schoolId } = student
  const here = schoolId !== null && coversSchool(unit.actor, schoolId)
  unit.permit(here, { type: 'student', id: studentId, studentId })
  return { ...student, schoolId: schoolId as string }
}
