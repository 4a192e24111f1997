import { z } from 'zod'
import { look, type Viewing } from '#access/look.ts'
import { careTeam, type Role } from '#access/roles.ts'
import { calendarOf, schoolChoice } from '#district/contract.ts'
import { asked, choose, idMeant, isOpen } from '#platform/choosing.ts'
import { choice } from '#platform/given.ts'
import { referralLifecycle, type ReferralState } from './lifecycle.ts'
import { pageKey, pageKeyText } from '#platform/page-key.ts'
import { lineOf } from './line.ts'
import { navigatorChoice } from './navigator-choice-store.ts'
import { trackerExporters } from './policy.ts'
import { openReferrals, type TrackerFilter, type TrackerRow } from './tracker-store.ts'

export const openStates = referralLifecycle.states.filter((state) => !referralLifecycle.ends(state)) as [
  ReferralState,
  ...ReferralState[],
]

/** Rows on one page. */
const size = 20

const Asked = z.object({
  school: asked,
  state: choice(openStates).optional().catch(undefined),
  navigator: asked,
  need: choice(['high']).optional().catch(undefined),
  time: choice(['late']).optional().catch(undefined),
  sort: choice(['due', 'newest']).default('due').catch('due'),
  after: pageKey,
})
type Asked = z.output<typeof Asked>

/** What the list is narrowed to; the choices beside it are read at the same time. */
function narrowed({ tx, actor }: Viewing, given: Asked) {
  const school = choose(given.school, schoolChoice(tx, actor))
  const navigator = choose(given.navigator, navigatorChoice(tx, actor))
  const filter = async (): Promise<TrackerFilter> => ({
    schoolId: await idMeant(given.school, school),
    navigatorId: await idMeant(given.navigator, navigator),
    state: given.state,
    highNeed: given.need === 'high',
    late: given.time === 'late',
    sort: given.sort,
  })
  return { school, navigator, filter: filter() }
}

const keyOf = (row: TrackerRow, sort: TrackerFilter['sort']) =>
  pageKeyText({ at: sort === 'newest' ? row.referredAt : row.nextDueAt, id: row.id })

/**
 * Every open referral within reach, in the order of what is owed [R061]. A name that may be several's narrows
 * nothing: nothing is shown until it is clear who or which is meant.
 */
export const lookTracker = look({
  name: 'referrals/tracker',
  by: [...careTeam],
  given: Asked,
  shows: { for: 'coordination', whole: ['identity', 'referrals'], parts: ['visits'] },
  async see(view, given) {
    view.permit(true)
    const { tx, actor, now } = view
    const asking = narrowed(view, given)
    const found = async () => {
      const [filter, { timeZone }] = await Promise.all([asking.filter, calendarOf(tx)])
      return openReferrals(tx, actor, { filter, after: given.after, now, timeZone, limit: size + 1 })
    }
    const [school, navigator, filter, calendar, rows] = await Promise.all([
      asking.school,
      asking.navigator,
      asking.filter,
      calendarOf(tx),
      found(),
    ])
    const open = isOpen(school) || isOpen(navigator)
    const shown = open ? [] : rows.slice(0, size)
    const lastRow = shown.at(-1)
    view.saw({ type: 'tracker', id: null, studentIds: [...new Set(shown.map(({ studentId }) => studentId))] })
    return {
      filter,
      first: given.after === undefined,
      mayTakeFile: (trackerExporters as readonly Role[]).includes(actor.role),
      choices: { school, navigator },
      open,
      calendar,
      now,
      rows: shown.map((row) => ({
        ...row,
        nextVisitAt: view.knows('visits') ? row.nextVisitAt : null,
        line: lineOf(row, now),
      })),
      next: rows.length > size && lastRow !== undefined ? keyOf(lastRow, filter.sort) : undefined,
    }
  },
})
export type Tracked = Awaited<ReturnType<typeof lookTracker.see>>
