import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { choice, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { liftReasons } from './block.ts'
import { endBlock, holdBlock } from './block-store.ts'
import { liftWords } from './block-words.ts'
import { blockLifters } from './policy.ts'
import { findStudent } from './store.ts'

/**
 * Ends a block, with its reason. Whoever is blocked finds neither the student nor the block, so nobody ever
 * lifts their own.
 */
export const liftBlock = act({
  name: 'people/lift-block',
  by: blockLifters,
  given: z.object({ studentId: id, blockId: id, because: choice(liftReasons) }),
  refusals: liftWords,
  async do(unit, { studentId, blockId, because }) {
    const student = (await findStudent(unit.tx, unit.actor, studentId)) ?? notFound()
    const block = (await holdBlock(unit.tx, { studentId: student.id, blockId })) ?? notFound()
    const subject = { type: 'access_block', id: block.id, studentId: student.id }
    unit.permit(true, subject)
    if (block.liftedAt !== null) return refused(['lifted_already'])
    endBlock(unit, block.id, because)
    unit.record('access.unblocked', subject, { personId: block.personId, because })
    return done({ studentId: student.id, blockId })
  },
})
