import { z } from 'zod'
import { look } from '#access/look.ts'
import { triageStaff } from '#access/roles.ts'
import { calendarOf } from '#district/contract.ts'
import { optionalText } from '#platform/given.ts'
import { closedConcernsOf } from './closed-store.ts'
import { keyFrom } from './triage-queue.ts'

const pageSize = 40

/**
 * Concerns that were closed without a path, for those who may triage: who closed each, when and why [R007].
 */
export const closedConcerns = look({
  name: 'concerns/closed-concerns',
  by: triageStaff,
  given: z.object({ after: optionalText(80) }),
  async see(view, { after }) {
    view.permit(true)
    const key = keyFrom(after)
    const lines = await closedConcernsOf(view.tx, view.actor, {
      after: key && { at: key.dueAt, id: key.id },
      limit: pageSize + 1,
    })
    const shown = lines.slice(0, pageSize)
    const last = lines.length > pageSize ? shown.at(-1) : undefined
    view.saw({ type: 'concern', id: null, studentIds: shown.flatMap(({ studentId }) => studentId ?? []) })
    return {
      at: view.now,
      timeZone: (await calendarOf(view.tx)).timeZone,
      concerns: shown,
      first: after === undefined,
      next: last === undefined ? null : `${last.endedAt.toISOString()}_${last.id}`,
    }
  },
})
export type ClosedConcerns = Awaited<ReturnType<typeof closedConcerns.see>>
