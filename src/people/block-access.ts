import { z } from 'zod'
import { act } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { findPersonRow } from '#district/contract.ts'
import { choice, id, optionalText } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { blockKinds } from './block.ts'
import { blockObstacleWords } from './block-words.ts'
import { personOf } from './family-sign-in-store.ts'
import { keepAway } from './keep-away.ts'
import { blockKeepers } from './policy.ts'
import { findStudent, guardianOf } from './store.ts'

/**
 * Who is meant. A caregiver without a sign-in becomes a person when they are kept away, so that a sign-in
 * given to them later opens nothing of this student.
 */
async function personMeant(unit: Unit, studentId: string, personId: string) {
  const row = await findPersonRow(unit.tx, personId)
  if (row !== undefined)
    return { hasLeft: row.leftOn !== null, worksHere: row.assignments.length > 0, become: async () => row.id }
  const caregiver = await guardianOf(unit.tx, studentId, personId)
  return caregiver && { hasLeft: false, worksHere: false, become: () => personOf(unit, caregiver) }
}

/**
 * Keeps somebody from everything of one student, whatever else they may see: at their next request, on every
 * page, in every list, search and count, and through every token.
 */
export const blockAccess = act({
  name: 'people/block-access',
  by: blockKeepers,
  given: z.object({
    studentId: id,
    /** Somebody who signs in or works here, or a caregiver of the student who has no sign-in. */
    personId: id,
    kind: choice(blockKinds),
    documentReference: optionalText(120),
  }),
  refusals: blockObstacleWords,
  async do(unit, { studentId, personId, kind, documentReference }) {
    const student = (await findStudent(unit.tx, unit.actor, studentId)) ?? notFound()
    const person = (await personMeant(unit, student.id, personId)) ?? notFound()
    unit.permit(true, { type: 'student', id: student.id, studentId: student.id })
    return keepAway(unit, {
      studentId: student.id,
      personId: await person.become(),
      kind,
      documentReference: documentReference ?? null,
      hasLeft: person.hasLeft,
      worksHere: person.worksHere,
    })
  },
})
