import { z } from 'zod'
import { look } from '#access/look.ts'
import { addCalendarDays, calendarOf, dayOf, findLastSchoolDayOfWeek, instantAt } from '#district/contract.ts'
import type { SchoolCalendar } from '#district/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import { asked } from '#platform/choosing.ts'
import { type Coverage, coverageOf, listReviews } from './coverage-store.ts'
import { reviewers } from './policy.ts'
import { schoolsShown } from './schools-shown.ts'
import { mondayOf } from './rules.ts'

/** How many earlier weeks are shown, and how many reviews. */
const [weeksBack, mostReviews] = [6, 30]

/** A week as it stands: what was open at its end, and how much of it was reviewed. */
export type Week = { weekOn: string; open: number; reviewed: number; deferred: number }

const sum = (weekOn: string, schools: readonly Coverage[]): Week => ({
  weekOn,
  open: schools.reduce((all, { open }) => all + open, 0),
  reviewed: schools.reduce((all, { reviewed }) => all + reviewed, 0),
  deferred: schools.reduce((all, { deferred }) => all + deferred, 0),
})

type Weeks = { schools: readonly string[]; calendar: SchoolCalendar; monday: string }
const earlierWeeks = (tx: Transaction, { schools, calendar, monday }: Weeks): Promise<Week[]> =>
  Promise.all(
    Array.from({ length: weeksBack }, async (_, back) => {
      const week = addCalendarDays(monday, -7 * (back + 1))
      const until = instantAt(calendar, addCalendarDays(week, 7), '00:00')
      return sum(week, await coverageOf(tx, { schools, week, until }))
    }),
  )

/** How much of what is open was reviewed this week and before, and the reviews [R079]. */
export const lookReviews = look({
  name: 'reviews/list',
  by: reviewers,
  given: z.object({ school: asked }),
  shows: { for: 'coordination', whole: ['referrals'] },
  async see(view, { school }) {
    view.permit(true)
    const { tx, now } = view
    const calendar = await calendarOf(tx)
    const today = dayOf(calendar, now)
    const monday = mondayOf(today)
    const { all, choice, shown } = await schoolsShown(view, school)
    const schools = shown.map(({ id }) => id)
    const [week, earlier, reviews] = await Promise.all([
      coverageOf(tx, { schools, week: monday, until: now }),
      earlierWeeks(tx, { schools, calendar, monday }),
      listReviews(tx, { schools: all.map(({ id }) => id), kind: 'referrals', limit: mostReviews }),
    ])
    view.saw({ type: 'review_list', id: null })
    return {
      shown,
      more: all.length > shown.length,
      choice,
      week: { weekOn: monday, dueOn: findLastSchoolDayOfWeek(calendar, today), schools: week },
      earlier: earlier.filter(({ open }) => open > 0),
      reviews,
      calendar,
      timeZone: calendar.timeZone,
      today,
      now,
    }
  },
})
export type SeenReviews = Awaited<ReturnType<typeof lookReviews.see>>
