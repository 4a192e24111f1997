import { look, type Viewing } from '#access/look.ts'
import { careTeam } from '#access/roles.ts'
import { addCalendarDaysAt, calendarOf } from '#district/contract.ts'
import { pageOf, partAsked } from '#platform/name-pages.ts'
import { isSmall, shownCounts } from '#platform/small-counts.ts'
import { mayTrack } from '#referrals/contract.ts'
import { labelOf, modelInForce } from '#standards/contract.ts'
import { type Counted, countNames, countsOf, type Missed, missedBy, telling } from './same-day-figures.ts'
import { handoffsSince } from './same-day-store.ts'

/** Days the report looks back. */
const days = 30

/** Schools on one page. */
const size = 50

/** The handoffs of each school, in the order of schools. */
const bySchool = (begun: readonly Counted[]) =>
  [...Map.groupBy(begun, ({ schoolId }) => schoolId)].map(([id, of]) => ({
    id,
    name: of[0]?.schoolName ?? '',
    of,
  }))

/** Why it was missed, in the words of the district. */
async function reasonsOf({ tx, now }: Viewing, missed: readonly Missed[]) {
  const { body } = (await modelInForce(tx, now)).reasons
  return missed.map(({ reason, count }) => ({
    reason: reason === null ? null : labelOf(body, 'handoff_miss', { code: reason }),
    count,
  }))
}

/**
 * How the same-day standard was kept, school by school: done on the day, or missed and why [R042]; the first
 * try apart; and how many referrals were sent while the caregiver was not there [R046]. Whoever follows no
 * referral reads no count that points at somebody.
 */
export const lookSameDay = look({
  name: 'handoffs/same-day',
  by: [...careTeam, 'principal', 'district_head'],
  given: partAsked,
  shows: 'no student',
  async see(view, given) {
    view.permit(true)
    view.sawNoStudent()
    const { tx, actor, now } = view
    const calendar = await calendarOf(tx)
    const begun = await handoffsSince(tx, actor, addCalendarDaysAt(calendar, now, -days))
    const schools = bySchool(begun)
    const counts = schools.map(({ of }) => countsOf(of, calendar, now))
    const tracks = mayTrack(actor.role)
    // Of every school, whichever of them are asked for: what differs from page to page could be told apart.
    const shown = shownCounts(counts, { names: countNames, telling: tracks ? () => [] : telling })
    const named = schools.map(({ id, name }, at) => ({ id, name, counts: shown.rows[at] ?? null }))
    const missed = missedBy(begun, calendar, now)
    const told = tracks || (shown.total !== null && !missed.some(({ count }) => isSmall(count)))
    return {
      days,
      mayTrack: tracks,
      part: pageOf(named, { ...given, size }),
      total: shown.total,
      reasons: told ? await reasonsOf(view, missed) : undefined,
    }
  },
})
export type SeenSameDay = Awaited<ReturnType<typeof lookSameDay.see>>
