import { z } from 'zod'
import { act } from '#access/act.ts'
import { findPersonRow } from '#district/contract.ts'
import { choice, id, optionalText } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { blockKinds } from './block.ts'
import { blockObstacleWords } from './block-words.ts'
import { keepAway } from './keep-away.ts'
import { blockKeepers } from './policy.ts'
import { findStudent } from './store.ts'

/**
 * Keeps somebody from everything of one student, whatever else they may see: at their next request, on every
 * page, in every list, search and count, and through every token.
 */
export const blockAccess = act({
  name: 'people/block-access',
  by: blockKeepers,
  given: z.object({
    studentId: id,
    personId: id,
    kind: choice(blockKinds),
    documentReference: optionalText(120),
  }),
  refusals: blockObstacleWords,
  async do(unit, { studentId, personId, kind, documentReference }) {
    const student = (await findStudent(unit.tx, unit.actor, studentId)) ?? notFound()
    const person = (await findPersonRow(unit.tx, personId)) ?? notFound()
    unit.permit(true, { type: 'student', id: student.id, studentId: student.id })
    return keepAway(unit, {
      studentId: student.id,
      personId: person.id,
      kind,
      documentReference: documentReference ?? null,
      hasLeft: person.leftOn !== null,
    })
  },
})
