import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { choice, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { holdImprovement, saveEnded } from './improvement-store.ts'
import { reviewers } from './policy.ts'
import { endings } from './review.ts'
import { improvingWords } from './words.ts'

/** What was to be improved is done, not needed any more, or was not possible. */
export const endImprovement = act({
  name: 'debriefs/end-improvement',
  by: reviewers,
  given: z.object({ improvementId: id, outcome: choice(endings, 'Say how it ended') }),
  refusals: improvingWords,
  async do(unit, { improvementId, outcome }) {
    const held = (await holdImprovement(unit, improvementId)) ?? notFound()
    const subject = { type: 'improvement', id: held.id, studentId: held.studentId }
    unit.permit(true, subject)
    if (held.endedAt !== null) return refused(['ended_already'])
    saveEnded(unit, held, outcome)
    unit.record('improvement.finished', subject, { outcome })
    return done({ improvementId })
  },
})
