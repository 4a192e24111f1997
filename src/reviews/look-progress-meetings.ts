import { z } from 'zod'
import { look } from '#access/look.ts'
import { caseloadAt } from '#caseloads/contract.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { asked } from '#platform/choosing.ts'
import { listReviews } from './coverage-store.ts'
import { reviewers } from './policy.ts'
import { figuresShown, updatedSince } from './progress.ts'
import { meetingsDue } from './progress-due.ts'
import { figuresOf } from './progress-store.ts'
import { schoolsShown } from './schools-shown.ts'

/** How many meetings are shown, and how many students to choose from. */
const [mostMeetings, mostStudents] = [30, 200]

/**
 * The meetings about progress: when each school owes one, how all students in service do, and who may be
 * spoken of, within what families agreed to [R171].
 */
export const lookProgressMeetings = look({
  name: 'reviews/progress-list',
  by: reviewers,
  given: z.object({ school: asked }),
  shows: { for: 'coordination', whole: ['identity', 'referrals'] },
  async see(view, { school }) {
    view.permit(true)
    const { tx, now } = view
    const { all, choice, shown } = await schoolsShown(view, school)
    const schools = shown.map(({ id }) => id)
    const [calendar, due, figures, { students, notConsented }, reviews] = await Promise.all([
      calendarOf(tx),
      meetingsDue(tx, { schools, now }),
      figuresOf(tx, { schools, now, since: updatedSince(now) }),
      caseloadAt(tx, schools, now),
      listReviews(tx, { schools: all.map(({ id }) => id), kind: 'progress', limit: mostMeetings }),
    ])
    const offered = students.slice(0, mostStudents)
    view.saw({ type: 'review_list', id: null, studentIds: offered.map(({ studentId }) => studentId) })
    return {
      shown,
      more: all.length > shown.length,
      choice,
      due,
      figures: figuresShown(figures),
      students: offered.map(({ studentId, studentName, grade, schoolName }) => ({
        studentId,
        studentName,
        grade,
        schoolName,
      })),
      notConsented,
      reviews,
      calendar,
      timeZone: calendar.timeZone,
      today: dayOf(calendar, now),
      now,
    }
  },
})
export type SeenProgressMeetings = Awaited<ReturnType<typeof lookProgressMeetings.see>>
