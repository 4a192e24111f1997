import { z } from 'zod'
import { look } from '#access/look.ts'
import { careTeam, nameableForTriage } from '#access/roles.ts'
import { calendarOf } from '#district/contract.ts'
import { pageKey, pageKeyText } from '#platform/page-key.ts'
import { closedConcernsOf } from './closed-store.ts'
import { decidersAt } from './deciders.ts'
import { isDecider } from './policy.ts'

const pageSize = 40

/**
 * Concerns that were closed without a path, for those who may triage: who closed each, when and why [R007].
 */
export const closedConcerns = look({
  name: 'concerns/closed-concerns',
  by: careTeam,
  ifNamed: nameableForTriage,
  given: z.object({ after: pageKey }),
  shows: { for: 'triage', whole: ['concerns'], parts: ['identity'] },
  async see(view, { after }) {
    view.permit(isDecider(view.actor.role, await decidersAt(view)))
    const lines = await closedConcernsOf(view, {
      after,
      limit: pageSize + 1,
    })
    const shown = lines.slice(0, pageSize)
    const last = lines.length > pageSize ? shown.at(-1) : undefined
    view.saw({ type: 'concern', id: null, studentIds: shown.flatMap(({ studentId }) => studentId ?? []) })
    return {
      at: view.now,
      timeZone: (await calendarOf(view.tx)).timeZone,
      concerns: view.knows('identity')
        ? shown
        : shown.map((line) => ({ ...line, studentName: null, aboutName: null })),
      first: after === undefined,
      next: last === undefined ? null : pageKeyText({ at: last.endedAt, id: last.id }),
    }
  },
})
export type ClosedConcerns = Awaited<ReturnType<typeof closedConcerns.see>>
