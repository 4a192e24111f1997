import { z } from 'zod'
import { look, type Viewing } from '#access/look.ts'
import { calendarOf } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { casesFacts } from './case-facts.ts'
import { linesOf, type SeenLine } from './line-store.ts'
import { mayReview, reviewers } from './policy.ts'
import { presentChoice } from './present.ts'
import { figuresShown } from './progress.ts'
import { isOfCare, type Review } from './review.ts'
import { type ShownCase, shownCase } from './shown-case.ts'
import { shownLine } from './shown-line.ts'
import { findReview, peopleOf } from './store.ts'

/** A review within reach, or nothing that exists. */
export async function reviewSeen(view: Viewing, reviewId: string) {
  const review = (await findReview(view.tx, view.actor, reviewId)) ?? notFound()
  view.permit(mayReview(view.actor, review))
  return review
}

/** How things stand with each student of a case review, in the order of its lines; none of another review. */
async function casesOf(view: Viewing, review: Review, lines: readonly SeenLine[]): Promise<ShownCase[]> {
  if (!isOfCare(review)) return []
  const facts = await casesFacts(view.tx, { review, lines, now: view.now })
  return facts.map((each) => shownCase(view, each))
}

/** One review: its list, and how far the meeting has come [R079]. */
export const lookReview = look({
  name: 'reviews/review',
  by: reviewers,
  given: z.object({ reviewId: id }),
  shows: {
    for: 'coordination',
    whole: ['identity', 'referrals'],
    parts: ['concerns', 'consent', 'visits', 'handoffs', 'supports'],
  },
  async see(view, { reviewId }) {
    const review = await reviewSeen(view, reviewId)
    const { tx, now } = view
    const [lines, calendar, people, choice] = await Promise.all([
      linesOf(tx, review.id, now),
      calendarOf(tx),
      peopleOf(tx, review.id),
      review.closedAt === null ? presentChoice(tx, review, now) : [],
    ])
    view.saw({
      type: 'review',
      id: review.id,
      studentIds: [...new Set(lines.map(({ studentId }) => studentId))],
    })
    const shown = lines.map((line) => shownLine(view, line))
    const cases = await casesOf(view, review, lines)
    const figures = review.figures === null ? undefined : figuresShown(review.figures)
    return {
      review: { ...review, figures: null },
      figures,
      lines: shown,
      cases,
      people,
      choice,
      calendar,
      timeZone: calendar.timeZone,
      now,
    }
  },
})
export type SeenReview = Awaited<ReturnType<typeof lookReview.see>>
