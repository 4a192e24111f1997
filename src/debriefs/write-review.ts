import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { followings, type Step, steps } from '#crisis/contract.ts'
import { choice, id, text, ticked } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { improvementsOf } from './improvement-store.ts'
import { subjectOf } from './open-review.ts'
import { reviewers } from './policy.ts'
import { obstaclesToWriting } from './rules.ts'
import { holdReview, saveWritten } from './store.ts'
import { writingWords } from './words.ts'

const mark = choice(followings, 'Say how this step went')

/** The review of an incident is written: each step, what came of it, and what was learned [R108] [R109]. */
export const writeReview = act({
  name: 'debriefs/write-review',
  by: reviewers,
  given: z.object({
    incidentId: id,
    marks: z.object(Object.fromEntries(steps.map((step) => [step, mark])) as Record<Step, typeof mark>),
    outcome: text(2000, 'Say what came of it'),
    learned: text(2000, 'Say what was learned'),
    nothing: ticked,
  }),
  refusals: writingWords,
  fields: { improvement_missing: 'nothing' },
  async do(unit, { incidentId, ...written }) {
    const review = (await holdReview(unit, incidentId)) ?? notFound()
    unit.permit(true, subjectOf(review))
    const improvements = (await improvementsOf(unit.tx, incidentId)).length
    const because = obstaclesToWriting(review, {
      by: unit.actor.personId,
      improvements,
      nothing: written.nothing,
    })
    if (because.length > 0) return refused(because)
    saveWritten(unit, review, written)
    unit.record('incident_review.written', subjectOf(review), { improvements })
    return done({ incidentId })
  },
})
