import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { choice } from '#platform/given.ts'
import { pageKey, pageKeyText } from '#platform/page-key.ts'
import { consentStates } from './consent-state.ts'
import { worklistReaders } from './policy.ts'
import { warnFrom } from './warn-ending.ts'
import { readWorklist } from './worklist-store.ts'

/** Rows on one page. */
const size = 25

/** Where consent stands on every open referral within reach, state by state, page by page. */
export const lookWorklist = look({
  name: 'consent/worklist',
  by: worklistReaders,
  given: z.object({ state: choice(consentStates).optional().catch(undefined), after: pageKey }),
  shows: { for: 'coordination', whole: ['identity', 'consent'] },
  async see(view, { state: wanted, after }) {
    view.permit(true)
    const { tx, actor, now } = view
    const calendar = await calendarOf(tx)
    const asked = {
      zone: calendar.timeZone,
      now,
      warnFrom: await warnFrom(view, dayOf(calendar, now)),
    }
    const page = { ...asked, state: wanted, after, limit: size + 1 }
    const { counts, state, rows: found } = await readWorklist(tx, actor, page)
    const rows = found.slice(0, size)
    const last = found.length > size ? rows.at(-1) : undefined
    view.saw(
      { type: 'consent_list', id: null, studentIds: [...new Set(rows.map(({ studentId }) => studentId))] },
      { detail: { state } },
    )
    return {
      state,
      counts,
      rows,
      first: after === undefined,
      next: last && pageKeyText({ at: last.referredAt, id: last.id }),
      timeZone: calendar.timeZone,
      now,
    }
  },
})
export type SeenWorklist = Awaited<ReturnType<typeof lookWorklist.see>>
