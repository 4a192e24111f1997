import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { studentNames } from '#people/contract.ts'
import { owedImprovements } from './improvement-store.ts'
import { reviewers } from './policy.ts'
import { countedSteps, isLate } from './rules.ts'
import { listReviews } from './store.ts'

/** How far back what was written is counted: a quarter, as samples are taken. */
const days = 92

/** Reviews of the incidents of one's schools, what is to be improved, and how the steps were followed. */
export const lookReviews = look({
  name: 'debriefs/reviews',
  by: reviewers,
  given: z.object({}),
  shows: { for: 'crisis', whole: ['crisis'], parts: ['identity'] },
  async see(view) {
    view.permit(true)
    const { tx, actor, now } = view
    const reviews = await listReviews(tx, actor, new Date(now.getTime() - days * 86_400_000))
    const improvements = await owedImprovements(tx, actor)
    const studentIds = [...new Set([...reviews, ...improvements].map(({ studentId }) => studentId))]
    view.saw({ type: 'crisis_incident', id: null, studentIds })
    const names = view.knows('identity') ? await studentNames(tx, studentIds) : new Map<string, string>()
    const calendar = await calendarOf(tx)
    const written = reviews.flatMap(({ marks }) => (marks === null ? [] : [marks]))
    return {
      reviews: reviews.map((review) => ({
        ...review,
        student: names.get(review.studentId) ?? null,
        isLate: isLate(review, now),
      })),
      improvements,
      counted: countedSteps(written),
      written: written.length,
      days,
      calendar,
      today: dayOf(calendar, now),
      timeZone: calendar.timeZone,
      now,
    }
  },
})
export type SeenReviews = Awaited<ReturnType<typeof lookReviews.see>>
