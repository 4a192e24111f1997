import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { choice, whole } from '#platform/given.ts'
import { type ConsentState, consentStates, consentStatesOf } from './consent-state.ts'
import { worklistReaders } from './policy.ts'
import { isMinorConsented } from './rules.ts'
import { warnFrom } from './warn-ending.ts'
import { openAskings } from './worklist-store.ts'

/** Open referrals that are read at once, oldest first. When there are more, the page says so. */
export const most = 1000
/** Rows on one page. */
const size = 25

/** Where consent stands on every open referral within reach, state by state. */
export const lookWorklist = look({
  name: 'consent/worklist',
  by: worklistReaders,
  given: z.object({
    state: choice(consentStates).optional().catch(undefined),
    from: whole(0, most).default(0).catch(0),
  }),
  shows: { for: 'coordination', whole: ['identity', 'consent'] },
  async see(view, { state: asked, from }) {
    view.permit(true)
    const { tx, actor, now } = view
    const calendar = await calendarOf(tx)
    const today = dayOf(calendar, now)
    const until = await warnFrom(view, today)
    const found = await openAskings(tx, actor, most + 1)
    const rows = found.slice(0, most).map(({ consents, ...row }) => ({
      ...row,
      states: consentStatesOf({ ...row, consents, warnFrom: until, now }),
      minorConsented: isMinorConsented(consents),
      latestAt: consents.at(-1)?.givenAt ?? null,
    }))
    const counts = Object.fromEntries(
      consentStates.map((each) => [each, rows.filter(({ states }) => states.includes(each)).length]),
    ) as Record<ConsentState, number>
    const state = asked ?? consentStates.find((each) => counts[each] > 0) ?? 'requested'
    const all = rows.filter(({ states }) => states.includes(state))
    const shown = all.slice(from, from + size)
    const next = from + size < all.length ? from + size : undefined
    view.saw(
      { type: 'consent_list', id: null, studentIds: [...new Set(shown.map(({ studentId }) => studentId))] },
      { detail: { state } },
    )
    return {
      state,
      counts,
      rows: shown,
      first: from === 0,
      next,
      more: found.length > most,
      timeZone: calendar.timeZone,
      now,
    }
  },
})
export type SeenWorklist = Awaited<ReturnType<typeof lookWorklist.see>>
