import { done, refused } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { obstaclesToBlocking } from './block.ts'
import { addBlock, standingKinds } from './block-store.ts'

type Blocking = Parameters<typeof addBlock>[1] & { hasLeft: boolean; worksHere: boolean }

/** Judges and sets a block, and leaves its trace. The caller asked permission. */
export async function keepAway(unit: Unit, { hasLeft, worksHere, ...given }: Blocking) {
  const because = obstaclesToBlocking({
    kind: given.kind,
    documentReference: given.documentReference ?? undefined,
    standing: await standingKinds(unit.tx, given),
    isSelf: given.personId === unit.actor.personId,
    hasLeft,
    worksHere,
  })
  if (because.length > 0) return refused(because)
  const blockId = addBlock(unit, given)
  const subject = { type: 'access_block', id: blockId, studentId: given.studentId }
  unit.record('access.blocked', subject, { personId: given.personId, kind: given.kind })
  return done({ studentId: given.studentId, blockId })
}
