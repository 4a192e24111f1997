import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { confirmBlock, holdBlock } from './block-store.ts'
import { confirmWords } from './block-words.ts'
import { blockLifters } from './policy.ts'
import { findStudent } from './store.ts'

/** Somebody looked at a conflict that the person themselves said, or Throughline noticed, and keeps it. */
export const confirmConflict = act({
  name: 'people/confirm-block',
  by: blockLifters,
  given: z.object({ studentId: id, blockId: id }),
  refusals: confirmWords,
  async do(unit, { studentId, blockId }) {
    const student = (await findStudent(unit.tx, unit.actor, studentId)) ?? notFound()
    const block = (await holdBlock(unit.tx, { studentId: student.id, blockId })) ?? notFound()
    const subject = { type: 'access_block', id: block.id, studentId: student.id }
    unit.permit(true, subject)
    if (block.liftedAt !== null) return refused(['lifted_already'])
    if (!block.awaitsReview) return refused(['nothing_to_confirm'])
    confirmBlock(unit, block.id)
    unit.record('access.block_confirmed', subject, { personId: block.personId })
    return done({ studentId: student.id, blockId })
  },
})
