import { z } from 'zod'
import { act, done } from '#access/act.ts'
import { findStudent } from '#people/contract.ts'
import { id, text } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { addHold } from './hold-store.ts'
import { holdKeepers } from './policy.ts'

/** Nothing of a student is removed while a hold stands, whatever the schedule says [R153]. */
export const placeHold = act({
  name: 'records/place-hold',
  by: holdKeepers,
  given: z.object({ studentId: id, reason: text(300, 'Say where the reason is kept') }),
  async do(unit, { studentId, reason }) {
    const student = (await findStudent(unit.tx, unit.actor, studentId)) ?? notFound()
    unit.permit(true, { type: 'student', id: student.id, studentId: student.id })
    const holdId = addHold(unit, { studentId: student.id, reason })
    unit.record('hold.placed', { type: 'legal_hold', id: holdId, studentId: student.id })
    return done({ holdId, studentId: student.id })
  },
})
