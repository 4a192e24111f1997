import { look } from '#access/look.ts'
import { careTeam } from '#access/roles.ts'
import { addCalendarDaysAt, calendarOf } from '#district/contract.ts'
import { pageOf, partAsked } from '#platform/name-pages.ts'
import { mayTrack } from './policy.ts'
import { type SameWeek, sameWeekOf, sameWeekResult } from './same-week.ts'
import { referralsSince, schoolsReferringSince } from './same-week-store.ts'

/** Days the report looks back. */
const days = 30

/** Schools on one page. */
const size = 50

/**
 * How the same-week standard was kept, school by school: a first visit that is booked later counts as missed
 * from the moment it is booked [R016].
 */
export const lookSameWeek = look({
  name: 'referrals/same-week',
  by: [...careTeam, 'principal', 'district_head'],
  given: partAsked,
  shows: 'no student',
  async see(view, given) {
    view.permit(true)
    view.sawNoStudent()
    const { tx, actor, now } = view
    const calendar = await calendarOf(tx)
    const from = addCalendarDaysAt(calendar, now, -days)
    const part = pageOf(await schoolsReferringSince(tx, actor, from), { ...given, size })
    const counts = new Map(part.page.map(({ id }) => [id, { kept: 0, missed: 0, open: 0 }]))
    for (const referral of await referralsSince(tx, { schools: [...counts.keys()], from })) {
      const { lateAt } = await sameWeekOf(tx, referral, calendar)
      const visits = referral.visits.map((visit) => ({ ...visit, startsAt: new Date(visit.startsAt) }))
      const count: Record<SameWeek, number> | undefined = counts.get(referral.schoolId)
      if (count !== undefined) count[sameWeekResult(visits, { lateAt, now })]++
    }
    return {
      days,
      part,
      mayTrack: mayTrack(view.actor.role),
      schools: part.page.map(({ id, name }) => ({ name, kept: 0, missed: 0, open: 0, ...counts.get(id) })),
    }
  },
})
