import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { goingRound } from './cycling.ts'
import { roundsOf } from './cycling-store.ts'
import { cyclingReaders } from './policy.ts'

/** The time that is looked back on: a year, in milliseconds. */
const lookedBack = 365 * 86_400_000

/** Students who were referred, came to nothing, and were referred again [R174]. */
export const lookCycling = look({
  name: 'navigation/cycling',
  by: cyclingReaders,
  given: z.object({}),
  shows: { for: 'coordination', whole: ['identity', 'referrals', 'visits'], parts: ['crisis'] },
  async see(view) {
    const { tx, actor, now } = view
    view.permit(true)
    const since = new Date(now.getTime() - lookedBack)
    const all = await roundsOf(tx, actor, { since, now })
    const known = view.knows('crisis') ? all : all.map((each) => ({ ...each, crises: 0 }))
    const rounds = goingRound(known)
    view.saw({ type: 'cycling_list', id: null, studentIds: rounds.map(({ studentId }) => studentId) })
    const calendar = await calendarOf(tx)
    return {
      rounds: rounds.map(({ since: first, ...each }) => ({ ...each, sinceOn: dayOf(calendar, first) })),
      readsCrises: view.knows('crisis'),
      today: dayOf(calendar, now),
    }
  },
})
export type SeenCycling = Awaited<ReturnType<typeof lookCycling.see>>
