import { z } from 'zod'
import { look, type Viewing } from '#access/look.ts'
import { caseloadAt } from '#caseloads/contract.ts'
import { calendarOf, dayOf, findLastSchoolDayOfWeek } from '#district/contract.ts'
import { asked } from '#platform/choosing.ts'
import { caseOutcomes, listReviews } from './coverage-store.ts'
import { reviewers } from './policy.ts'
import { mondayOf } from './rules.ts'
import { schoolsShown } from './schools-shown.ts'

/** How many reviews are shown. */
const mostReviews = 30

type Shown = readonly { id: string; name: string }[]
/** Of each school: who is on its caseloads, and of how many a case review said something this week. */
async function covered({ tx, now }: Viewing, shown: Shown, week: string) {
  const schools = shown.map(({ id }) => id)
  const [{ students, notConsented }, outcomes] = await Promise.all([
    caseloadAt(tx, schools, now),
    caseOutcomes(tx, { schools, week }),
  ])
  const said = new Map(outcomes.map(({ studentId, outcome }) => [studentId, outcome]))
  const rows = shown.map(({ id, name }) => {
    const own = students.filter(({ schoolId }) => schoolId === id)
    const count = (outcome: string) => own.filter(({ studentId }) => said.get(studentId) === outcome).length
    return {
      schoolId: id,
      schoolName: name,
      open: own.length,
      reviewed: count('reviewed'),
      deferred: count('deferred'),
    }
  })
  return { rows, notConsented }
}

/** The case reviews across agencies: who is on the caseloads, and how many were reviewed this week [R161]. */
export const lookCaseReviews = look({
  name: 'reviews/case-list',
  by: reviewers,
  given: z.object({ school: asked }),
  shows: { for: 'coordination', whole: ['referrals'] },
  async see(view, { school }) {
    view.permit(true)
    const { tx, now } = view
    const calendar = await calendarOf(tx)
    const today = dayOf(calendar, now)
    const weekOn = mondayOf(today)
    const { all, choice, shown } = await schoolsShown(view, school)
    const [{ rows, notConsented }, reviews] = await Promise.all([
      covered(view, shown, weekOn),
      listReviews(tx, { schools: all.map(({ id }) => id), kind: 'care', limit: mostReviews }),
    ])
    view.saw({ type: 'review_list', id: null })
    const dueOn = findLastSchoolDayOfWeek(calendar, today)
    return {
      shown,
      more: all.length > shown.length,
      choice,
      week: { weekOn, dueOn, schools: rows, notConsented },
      reviews,
      calendar,
      timeZone: calendar.timeZone,
      today,
      now,
    }
  },
})
export type SeenCaseReviews = Awaited<ReturnType<typeof lookCaseReviews.see>>
