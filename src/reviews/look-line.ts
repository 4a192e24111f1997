import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { courseSeen } from '#supports/contract.ts'
import { caseFacts } from './case-facts.ts'
import { linesOf } from './line-store.ts'
import { reviewSeen } from './look-review.ts'
import { ownersFor } from './owners.ts'
import { opensCare, reviewers } from './policy.ts'
import { isOfCare } from './review.ts'
import { shownCase } from './shown-case.ts'
import { shownLine } from './shown-line.ts'
import { tasksOf } from './task-store.ts'

/** One line of a review: what it waits for, and what was decided before. */
export const lookLine = look({
  name: 'reviews/line',
  by: reviewers,
  given: z.object({ reviewId: id, referralId: id }),
  shows: {
    for: 'coordination',
    whole: ['identity', 'referrals'],
    parts: ['concerns', 'consent', 'visits', 'handoffs', 'supports', 'crisis'],
  },
  async see(view, { reviewId, referralId }) {
    const review = await reviewSeen(view, reviewId)
    const { tx, now } = view
    const lines = await linesOf(tx, review.id, now)
    const at = lines.findIndex((line) => line.referralId === referralId)
    const line = lines[at] ?? notFound()
    view.saw({ type: 'review', id: review.id, studentId: line.studentId })
    const calendar = await calendarOf(tx)
    const facts = isOfCare(review) ? await caseFacts(tx, { review, line, now }) : undefined
    return {
      review: { ...review, figures: null },
      line: shownLine(view, line),
      stands: facts && shownCase(view, facts),
      course: facts && (await courseSeen(view, line.studentId, dayOf(calendar, now))),
      of: lines.length,
      previousId: lines[at - 1]?.referralId,
      nextId: lines[at + 1]?.referralId,
      opensCare: opensCare(view.actor),
      owners: await ownersFor(tx, line, now),
      tasks: await tasksOf(tx, line.referralId),
      calendar,
      timeZone: calendar.timeZone,
      today: dayOf(calendar, now),
      now,
    }
  },
})
export type SeenReviewLine = Awaited<ReturnType<typeof lookLine.see>>
