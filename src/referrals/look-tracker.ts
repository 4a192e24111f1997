import { z } from 'zod'
import { look, type Viewing } from '#access/look.ts'
import { careTeam, type Role } from '#access/roles.ts'
import { calendarOf, schoolChoice } from '#district/contract.ts'
import { asked, choose, idMeant, isOpen } from '#platform/choosing.ts'
import { choice } from '#platform/given.ts'
import { referralLifecycle, type ReferralState } from './lifecycle.ts'
import { pageKey, pageKeyText } from '#platform/page-key.ts'
import { endedReferrals } from './ended-store.ts'
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
  state: choice([...openStates, 'ended'])
    .optional()
    .catch(undefined),
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
    state: given.state === 'ended' ? undefined : given.state,
    highNeed: given.need === 'high',
    late: given.time === 'late',
    sort: given.sort,
  })
  return { school, navigator, filter: filter() }
}

/** The rows of one page and one more: of those that go on, or of those that have ended. */
async function rowsOf({ tx, actor, now }: Viewing, given: Asked, filter: TrackerFilter) {
  const page = { filter, after: given.after, limit: size + 1 }
  if (given.state === 'ended') return { rows: [], ended: await endedReferrals(tx, actor, page) }
  const { timeZone } = await calendarOf(tx)
  return { rows: await openReferrals(tx, actor, { ...page, now, timeZone }), ended: [] }
}

/** Where the next page begins, if there is one. */
function nextAfter({ rows, ended }: Awaited<ReturnType<typeof rowsOf>>, sort: TrackerFilter['sort']) {
  const [row, last] = [rows[size - 1], ended[size - 1]]
  if (row !== undefined && rows.length > size) return keyOf(row, sort)
  if (last !== undefined && ended.length > size) return pageKeyText({ at: last.endedAt, id: last.id })
  return undefined
}

const keyOf = (row: TrackerRow, sort: TrackerFilter['sort']) =>
  pageKeyText({ at: sort === 'newest' ? row.referredAt : row.nextDueAt, id: row.id })

/**
 * Every open referral within reach, in the order of what is owed [R061]; or those that ended, the one that
 * ended last first. A name that may be several's narrows
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
    const [school, navigator, filter, calendar, found] = await Promise.all([
      asking.school,
      asking.navigator,
      asking.filter,
      calendarOf(tx),
      asking.filter.then((filter) => rowsOf(view, given, filter)),
    ])
    const open = isOpen(school) || isOpen(navigator)
    const shown = open ? [] : found.rows.slice(0, size)
    const ended = open ? [] : found.ended.slice(0, size)
    const studentIds = [...new Set([...shown, ...ended].map(({ studentId }) => studentId))]
    view.saw({ type: 'tracker', id: null, studentIds })
    return {
      filter: { ...filter, ended: given.state === 'ended' },
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
      ended,
      next: nextAfter(found, filter.sort),
    }
  },
})
export type Tracked = Awaited<ReturnType<typeof lookTracker.see>>
