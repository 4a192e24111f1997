import { z } from 'zod'
import { look } from '#access/look.ts'
import { careTeam } from '#access/roles.ts'
import { calendarOf } from '#district/contract.ts'
import { choice, id } from '#platform/given.ts'
import { referralLifecycle, type ReferralState } from './lifecycle.ts'
import { pageKey, pageKeyText } from './page-key.ts'
import { lineOf } from './line.ts'
import { filterChoices, openReferrals, type TrackerFilter, type TrackerRow } from './tracker-store.ts'

export const openStates = referralLifecycle.states.filter((state) => !referralLifecycle.ends(state)) as [
  ReferralState,
  ...ReferralState[],
]

/** Rows on one page. */
const size = 50

const Asked = z.object({
  school: id.optional().catch(undefined),
  state: choice(openStates).optional().catch(undefined),
  navigator: id.optional().catch(undefined),
  need: choice(['high']).optional().catch(undefined),
  time: choice(['late']).optional().catch(undefined),
  sort: choice(['due', 'newest']).default('due').catch('due'),
  after: pageKey,
})
type Asked = z.output<typeof Asked>

const filterFrom = (asked: Asked): TrackerFilter => ({
  schoolId: asked.school,
  state: asked.state,
  navigatorId: asked.navigator,
  highNeed: asked.need === 'high',
  late: asked.time === 'late',
  sort: asked.sort,
})

const keyOf = (row: TrackerRow, sort: TrackerFilter['sort']) =>
  pageKeyText({ at: sort === 'newest' ? row.referredAt : row.nextDueAt, id: row.id })

/**
 * Every open referral within reach, in the order of what is owed [R061]: two statements, whatever is asked.
 */
export const lookTracker = look({
  name: 'referrals/tracker',
  by: [...careTeam],
  given: Asked,
  async see(view, asked) {
    view.permit(true)
    const filter = filterFrom(asked)
    const rows = await openReferrals(view.tx, view.actor, {
      filter,
      after: asked.after,
      now: view.now,
      limit: size + 1,
    })
    const shown = rows.slice(0, size)
    const lastRow = shown.at(-1)
    view.saw({ type: 'tracker', id: null, studentIds: [...new Set(shown.map(({ studentId }) => studentId))] })
    return {
      filter,
      first: asked.after === undefined,
      choices: await filterChoices(view.tx, view.actor),
      calendar: await calendarOf(view.tx),
      now: view.now,
      rows: shown.map((row) => ({ ...row, line: lineOf(row, view.now) })),
      next: rows.length > size && lastRow !== undefined ? keyOf(lastRow, filter.sort) : undefined,
    }
  },
})
export type Tracked = Awaited<ReturnType<typeof lookTracker.see>>
