import { z } from 'zod'
import { look } from '#access/look.ts'
import { noteTaken } from '#consent/contract.ts'
import { calendarOf } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { casesFacts } from './case-facts.ts'
import { linesOf } from './line-store.ts'
import { reviewSeen } from './look-review.ts'
import { reviewers } from './policy.ts'
import { figuresShown } from './progress.ts'
import { isOfCare } from './review.ts'
import { shownCase } from './shown-case.ts'

/** The list of a case review on paper, for those around the table. Each student's accounting says so. */
export const lookPaper = look({
  name: 'reviews/paper',
  by: reviewers,
  given: z.object({ reviewId: id }),
  shows: {
    for: 'coordination',
    whole: ['identity', 'referrals'],
    parts: ['consent', 'visits', 'handoffs', 'supports'],
  },
  async see(view, { reviewId }) {
    const review = await reviewSeen(view, reviewId)
    if (!isOfCare(review)) notFound()
    const { tx, now } = view
    const [lines, { timeZone }] = await Promise.all([linesOf(tx, review.id, now), calendarOf(tx)])
    const facts = await casesFacts(tx, { review, lines, now })
    const stands = facts.map((each) => shownCase(view, each))
    const rows = lines.flatMap((line, at) => {
      const { studentName, grade, schoolName } = line
      const own = stands[at]
      return own === undefined ? [] : [{ line: { studentName, grade, schoolName }, stands: own }]
    })
    const each = lines.map(({ referralId, studentId }) => ({ type: 'referral', id: referralId, studentId }))
    const studentIds = [...new Set(lines.map(({ studentId }) => studentId))]
    view.saw({ type: 'review', id: review.id, studentIds }, { kind: 'print', each })
    for (const { referralId, studentId } of lines)
      noteTaken(view, { kind: 'print', studentId, referralId, paper: 'case_review' })
    const figures = review.figures === null ? undefined : figuresShown(review.figures)
    return { review: { ...review, figures: null }, figures, rows, timeZone, now }
  },
})
export type SeenPaper = Awaited<ReturnType<typeof lookPaper.see>>
