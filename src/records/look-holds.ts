import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf } from '#district/contract.ts'
import { standingHolds } from './hold-store.ts'
import { holdKeepers } from './policy.ts'

/** Most holds on one page: those somebody asked to end come first. */
export const mostHolds = 200

/** Every hold in force, and who asked that it ends: another one of those who keep them ends it [R153]. */
export const lookHolds = look({
  name: 'records/holds',
  by: holdKeepers,
  given: z.object({}),
  shows: { for: 'records', whole: ['identity', 'record_requests'] },
  async see(view) {
    view.permit(true)
    const { tx, actor, now } = view
    const found = await standingHolds(tx, actor, mostHolds + 1)
    const holds = found.slice(0, mostHolds)
    const studentIds = [...new Set(holds.map(({ studentId }) => studentId))]
    view.saw({ type: 'legal_hold', id: null, studentIds })
    const { timeZone } = await calendarOf(tx)
    return { holds, more: found.length > mostHolds, self: actor.personId, timeZone, now }
  },
})
export type SeenHolds = Awaited<ReturnType<typeof lookHolds.see>>
