import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { findStudent } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { holdHold, saveAsking } from './hold-store.ts'
import { holdKeepers } from './policy.ts'
import { liftingWords } from './words.ts'

/** Asks that a hold ends. It stands until a second person says so too [R153]. */
export const askLifting = act({
  name: 'records/ask-lifting',
  by: holdKeepers,
  given: z.object({ studentId: id, holdId: id }),
  refusals: liftingWords,
  async do(unit, { studentId, holdId }) {
    const student = (await findStudent(unit.tx, unit.actor, studentId)) ?? notFound()
    const hold = (await holdHold(unit.tx, { studentId: student.id, holdId })) ?? notFound()
    const subject = { type: 'legal_hold', id: hold.id, studentId: student.id }
    unit.permit(true, subject)
    if (hold.liftedAt !== null) return refused(['already_lifted'])
    saveAsking(unit, hold.id)
    unit.record('hold.lifting_asked', subject)
    return done({ studentId: student.id })
  },
})
