import { z } from 'zod'
import { look } from '#access/look.ts'
import { careTeam } from '#access/roles.ts'
import { addCalendarDaysAt, calendarOf } from '#district/contract.ts'
import { type SameWeek, sameWeekOf, sameWeekResult } from './same-week.ts'
import { referralsSince } from './same-week-store.ts'

/** Days the report looks back. */
const days = 30

/**
 * How the same-week standard was kept, school by school: a first visit that is booked later counts as missed
 * from the moment it is booked [R016].
 */
export const lookSameWeek = look({
  name: 'referrals/same-week',
  by: [...careTeam, 'principal', 'district_head'],
  given: z.object({}),
  async see(view) {
    view.permit(true)
    view.sawNoStudent()
    const { tx, actor, now } = view
    const calendar = await calendarOf(tx)
    const counts = new Map<string, Record<SameWeek, number>>()
    for (const referral of await referralsSince(tx, actor, addCalendarDaysAt(calendar, now, -days))) {
      const { lateAt } = await sameWeekOf(tx, referral, calendar)
      const visits = referral.visits.map((visit) => ({ ...visit, startsAt: new Date(visit.startsAt) }))
      const count = counts.get(referral.schoolName) ?? { kept: 0, missed: 0, open: 0 }
      count[sameWeekResult(visits, { lateAt, now })]++
      counts.set(referral.schoolName, count)
    }
    return { days, schools: [...counts].map(([name, count]) => ({ name, ...count })) }
  },
})
