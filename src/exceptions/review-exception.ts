import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { choice, id, optionalText } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { findings } from './exception.ts'
import { mayReview, reviewers } from './policy.ts'
import { obstaclesToReviewing } from './rules.ts'
import { addReview, findException } from './store.ts'
import { reviewingObstacleWords } from './words.ts'

/** Somebody else looks at what was told without consent, and says what they find [R136]. */
export const reviewException = act({
  name: 'exceptions/review-exception',
  by: reviewers,
  given: z.object({
    exceptionId: id,
    finding: choice(findings, 'Say what you find'),
    note: optionalText(2000),
  }),
  refusals: reviewingObstacleWords,
  fields: { note_missing: 'note' },
  async do(unit, { exceptionId, finding, note }) {
    const exception = (await findException(unit.tx, unit.actor, exceptionId)) ?? notFound()
    const subject = { type: 'consent_exception', id: exception.id, studentId: exception.studentId }
    unit.permit(mayReview(unit.actor), subject)
    const said = note === '' ? undefined : note
    const because = obstaclesToReviewing({
      isOwn: exception.disclosedBy === unit.actor.personId,
      reviewed: exception.reviewedAt !== null,
      finding,
      note: said,
    })
    if (because.length > 0) return refused(because)
    const isFirst = await addReview(unit, exception, { finding, note: said ?? null })
    if (!isFirst) return refused(['already_reviewed'])
    unit.record('exception.reviewed', subject, { finding })
    return done({ exceptionId })
  },
})
