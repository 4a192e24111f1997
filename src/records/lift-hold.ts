import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { findStudent } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { holdHold, saveLifting } from './hold-store.ts'
import { holdKeepers } from './policy.ts'
import { obstaclesToLifting } from './rules.ts'
import { liftingWords } from './words.ts'

/** Ends a hold, as the second of the two people it needs [R153]. */
export const liftHold = act({
  name: 'records/lift-hold',
  by: holdKeepers,
  given: z.object({ studentId: id, holdId: id }),
  refusals: liftingWords,
  async do(unit, { studentId, holdId }) {
    const student = (await findStudent(unit.tx, unit.actor, studentId)) ?? notFound()
    const hold = (await holdHold(unit.tx, { studentId: student.id, holdId })) ?? notFound()
    const subject = { type: 'legal_hold', id: hold.id, studentId: student.id }
    unit.permit(true, subject)
    const because = obstaclesToLifting({
      lifted: hold.liftedAt !== null,
      asked: hold.liftAskedBy !== null,
      isAsker: hold.liftAskedBy === unit.actor.personId,
    })
    if (because.length > 0) return refused(because)
    saveLifting(unit, hold.id)
    unit.record('hold.lifted', subject)
    return done({ studentId: student.id })
  },
})
