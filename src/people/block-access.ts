import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { findPersonRow } from '#district/contract.ts'
import { choice, id, optionalText } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { blockKinds, obstaclesToBlocking } from './block.ts'
import { addBlock, standingKinds } from './block-store.ts'
import { blockObstacleWords } from './block-words.ts'
import { blockKeepers, conflictDeclarers } from './policy.ts'
import { findStudent } from './store.ts'

type Blocking = Parameters<typeof addBlock>[1] & { hasLeft: boolean }

/** Judges and sets a block, and leaves its trace. Permission was asked. */
async function block(unit: Unit, { hasLeft, ...given }: Blocking) {
  const because = obstaclesToBlocking({
    kind: given.kind,
    documentReference: given.documentReference ?? undefined,
    standing: await standingKinds(unit.tx, given),
    isSelf: given.personId === unit.actor.personId,
    hasLeft,
  })
  if (because.length > 0) return refused(because)
  const blockId = addBlock(unit, given)
  const subject = { type: 'access_block', id: blockId, studentId: given.studentId }
  unit.record('access.blocked', subject, { personId: given.personId, kind: given.kind })
  return done({ studentId: given.studentId, blockId })
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
    personId: id,
    kind: choice(blockKinds),
    documentReference: optionalText(120),
  }),
  refusals: blockObstacleWords,
  async do(unit, { studentId, personId, kind, documentReference }) {
    const student = (await findStudent(unit.tx, unit.actor, studentId)) ?? notFound()
    const person = (await findPersonRow(unit.tx, personId)) ?? notFound()
    unit.permit(true, { type: 'student', id: student.id, studentId: student.id })
    return block(unit, {
      studentId: student.id,
      personId: person.id,
      kind,
      documentReference: documentReference ?? null,
      hasLeft: person.leftOn !== null,
    })
  },
})

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
    return block(unit, {
      studentId: student.id,
      personId: unit.actor.personId ?? notFound(),
      kind: 'conflict_of_interest',
      documentReference: null,
      hasLeft: false,
    })
  },
})
