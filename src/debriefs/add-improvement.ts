import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { insertNotice } from '#concerns/contract.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { day, id, text } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { insertImprovement } from './improvement-store.ts'
import { subjectOf } from './open-review.ts'
import { ownersFor } from './owners.ts'
import { reviewers } from './policy.ts'
import { findReview } from './store.ts'
import { improvingWords } from './words.ts'

/** What was learned from an incident becomes something that somebody does by a day [R108]. */
export const addImprovement = act({
  name: 'debriefs/add-improvement',
  by: reviewers,
  given: z.object({ incidentId: id, words: text(500, 'Say what is to be done'), ownerId: id, dueOn: day }),
  refusals: improvingWords,
  fields: { owner_unknown: 'ownerId', due_in_the_past: 'dueOn' },
  async do(unit, { incidentId, ...given }) {
    const review = (await findReview(unit.tx, unit.actor, incidentId)) ?? notFound()
    const { studentId, schoolId } = review
    unit.permit(true, subjectOf(review))
    const owners = await ownersFor(unit, review)
    if (!owners.some((owner) => owner.id === given.ownerId)) return refused(['owner_unknown'])
    if (given.dueOn < dayOf(await calendarOf(unit.tx), unit.now)) return refused(['due_in_the_past'])
    const improvementId = insertImprovement(unit, { incidentId, studentId, schoolId, ...given })
    const subject = { type: 'improvement', id: improvementId, studentId }
    insertNotice(unit, { personId: given.ownerId, kind: 'improvement.given', subject })
    unit.record('improvement.made', subject, { person: given.ownerId })
    return done({ incidentId })
  },
})
