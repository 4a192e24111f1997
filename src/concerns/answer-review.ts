import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { careTeam, nameableForTriage } from '#access/roles.ts'
import { choice, id, optionalText } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { decidersAt } from './deciders.ts'
import { holdDecision, saveReview } from './decision-store.ts'
import { inTheWay } from './in-the-way.ts'
import { insertNotice } from './notice-store.ts'
import { isDecider } from './policy.ts'
import { orNull } from './public-page.ts'
import { type ActObstacle, actWords } from './words.ts'

/** The named second person says whether they agree with a departure from the checklist [R019]. */
export const answerReview = act({
  name: 'concerns/answer-review',
  by: careTeam,
  ifNamed: nameableForTriage,
  given: z.object({
    decisionId: id,
    answer: choice(['agree', 'disagree'], 'Say whether you agree'),
    note: optionalText(1000),
  }),
  refusals: actWords,
  async do(unit, { decisionId, answer, note }) {
    const decision = (await holdDecision(unit, decisionId)) ?? notFound()
    const subject = { type: 'triage_decision', id: decisionId, studentId: decision.studentId }
    const { role, personId } = unit.actor
    unit.permit(decision.reviewerId === personId || isDecider(role, await decidersAt(unit)), subject)
    const because: ActObstacle[] = inTheWay({
      not_departing: decision.reviewerId === null,
      not_your_review: decision.reviewerId !== null && decision.reviewerId !== personId,
      already_reviewed: decision.reviewedAt !== null,
    })
    if (because.length > 0) return refused(because)
    await saveReview(unit, decision, { answer, note: orNull(note) })
    insertNotice(unit, { personId: decision.decidedBy, kind: 'decision.reviewed', subject })
    unit.record('decision.reviewed', subject, { answer })
    return done({ decisionId })
  },
})
