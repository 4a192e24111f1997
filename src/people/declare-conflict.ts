import { z } from 'zod'
import { act } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { blockObstacleWords } from './block-words.ts'
import { keepAway } from './keep-away.ts'
import { conflictDeclarers } from './policy.ts'
import { findStudent } from './store.ts'

/**
 * Somebody who knows the student privately, as a relative for example, steps back of their own accord. From
 * their next request on the student is not there for them, and only others can change that.
 */
export const declareConflict = act({
  name: 'people/declare-conflict',
  by: conflictDeclarers,
  given: z.object({ studentId: id }),
  refusals: blockObstacleWords,
  async do(unit, { studentId }) {
    const student = (await findStudent(unit.tx, unit.actor, studentId)) ?? notFound()
    unit.permit(true, { type: 'student', id: student.id, studentId: student.id })
    return keepAway(unit, {
      studentId: student.id,
      personId: unit.actor.personId ?? notFound(),
      kind: 'conflict_of_interest',
      documentReference: null,
      hasLeft: false,
      worksHere: true,
    })
  },
})
