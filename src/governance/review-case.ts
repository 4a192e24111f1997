import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { followedSteps, followings, recordOf, type Step, steps } from '#crisis/contract.ts'
import { choice, id, optionalText } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { holdCase, saveReviewed } from './case-store.ts'
import { caseReviewers, mayReviewAt } from './policy.ts'
import { changed, obstaclesToReviewing } from './rules.ts'
import { reviewingWords } from './words.ts'

const mark = choice(followings, 'Say how this step went')

/**
 * Somebody who took no part in a sampled incident says of each step whether it was followed. What the record
 * says is kept beside it, and what differs has a reason [R109].
 */
export const reviewCase = act({
  name: 'governance/review-case',
  by: caseReviewers,
  given: z.object({
    caseId: id,
    marks: z.object(Object.fromEntries(steps.map((step) => [step, mark])) as Record<Step, typeof mark>),
    reason: optionalText(1000),
  }),
  refusals: reviewingWords,
  fields: { reason_missing: 'reason' },
  async do(unit, { caseId, marks, reason }) {
    const sampled = (await holdCase(unit, caseId)) ?? notFound()
    const subject = { type: 'sampled_case', id: caseId, studentId: sampled.studentId }
    unit.permit(mayReviewAt(unit.actor, sampled.schoolId), subject)
    const record = (await recordOf(unit, sampled.incidentId ?? notFound())) ?? notFound()
    const recorded = followedSteps(record)
    const differs = changed(recorded, marks)
    const said = reason === '' ? undefined : reason
    const because = obstaclesToReviewing(sampled, {
      by: unit.actor.personId,
      differs: differs.length > 0,
      reason: said,
    })
    if (because.length > 0) return refused(because)
    saveReviewed(unit, sampled, { recorded, marks, reason: said ?? null })
    unit.record('sampled_case.reviewed', subject, { changed: differs.length })
    return done({ caseId, sampleId: sampled.sampleId })
  },
})
