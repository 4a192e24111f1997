import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { holdKeepers } from './policy.ts'
import { holdRemoval, removeRecords, saveCarried } from './removal-store.ts'
import { obstaclesToRemoving } from './rules.ts'
import { removingWords } from './words.ts'

/**
 * Removes for good what somebody else proposed: what people typed is overwritten, and with a whole record the
 * name goes and the key. A hold that came since wins. The trail says of each student what was removed.
 */
export const carryOutRemoval = act({
  name: 'records/carry-out-removal',
  by: holdKeepers,
  given: z.object({ removalId: id }),
  refusals: removingWords,
  provenLately: true,
  async do(unit, { removalId }) {
    const removal = (await holdRemoval(unit.tx, removalId)) ?? notFound()
    const { recordClass } = removal
    unit.permit(true, { type: 'record_removal', id: removal.id })
    const calendar = await calendarOf(unit.tx)
    const because = obstaclesToRemoving({
      carried: removal.carriedAt !== null,
      isProposer: removal.proposedBy === unit.actor.personId,
      proposedOn: dayOf(calendar, removal.proposedAt),
      today: dayOf(calendar, unit.now),
    })
    if (because.length > 0) return refused(because)
    saveCarried(unit, removal.id)
    const removed = await removeRecords(unit, removal.id)
    if (removed.length === 0) return refused(['nothing_due_now'])
    for (const { studentId, rows, keys } of removed)
      unit.record(
        'records.removed',
        { type: 'record_removal', id: removal.id, studentId },
        { recordClass, rows, keys },
      )
    return done({ students: removed.length })
  },
})
