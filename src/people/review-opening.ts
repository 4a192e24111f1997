import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { choice, id, text } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { findings, isOpenAt, obstaclesToReview, openingLimits } from './opening.ts'
import { settleNews } from './opening-alert.ts'
import { addEnd, addReview, findOpening } from './opening-store.ts'
import { reviewObstacleWords } from './opening-words.ts'
import { openingReviewers } from './policy.ts'

/**
 * Somebody who did not open it says what they find. What is not justified ends at once, if it is still open.
 */
export const reviewOpening = act({
  name: 'people/review-opening',
  by: openingReviewers,
  given: z.object({
    openingId: id,
    finding: choice(findings),
    words: text(openingLimits.mostWords, 'Say why'),
  }),
  refusals: reviewObstacleWords,
  async do(unit, { openingId, finding, words }) {
    const opening = (await findOpening(unit.tx, unit.actor, openingId)) ?? notFound()
    const subject = { type: 'record_opening', id: opening.id, studentId: opening.studentId }
    unit.permit(true, subject)
    const because = obstaclesToReview({
      isOwn: opening.personId === unit.actor.personId,
      reviewed: opening.finding !== null,
    })
    if (because.length > 0) return refused(because)
    addReview(unit, opening, { finding, words })
    settleNews(unit, opening.id)
    unit.record('opening.reviewed', subject, { finding })
    if (finding === 'not_justified' && isOpenAt(opening, unit.now)) {
      addEnd(unit, opening)
      unit.record('opening.ended', subject, { by: 'review' })
    }
    return done({ openingId })
  },
})
