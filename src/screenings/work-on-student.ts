import { coversSchool } from '#access/actor.ts'
import type { Unit } from '#access/unit.ts'
import { findStudent } from '#people/contract.ts'
import { notFound } from '#platform/problem.ts'

/** Asks whether the student is of a school of the actor. @throws Problem not_found, not_allowed */
export async function workOnStudent(unit: Unit, studentId: string): Promise<void> {
  const { schoolId } = (await findStudent(unit.tx, unit.actor, studentId)) ?? notFound()
  const here = schoolId !== null && coversSchool(unit.actor, schoolId)
  unit.permit(here, { type: 'student', id: studentId, studentId })
}
