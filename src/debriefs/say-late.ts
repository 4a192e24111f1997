import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { personTold } from '#access/told.ts'
import { insertNotice } from '#concerns/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { reviewersAt, subjectOf } from './open-review.ts'
import { holdReview, saveLateTold } from './store.ts'
import { lateWords } from './words.ts'

/** A review was not written in time: whoever owes it and the lead of the school are told, once [R108]. */
export const sayLate = act({
  name: 'debriefs/say-late',
  by: ['system'],
  given: z.object({ incidentId: id }),
  refusals: lateWords,
  async do(unit, { incidentId }) {
    const review = (await holdReview(unit, incidentId)) ?? notFound()
    unit.permit(true, subjectOf(review))
    if (review.writtenAt !== null) return refused(['written_already'])
    if (review.lateToldAt !== null) return refused(['told_already'])
    if (review.dueAt > unit.now) return refused(['not_due'])
    const [lead] = await reviewersAt(unit, review)
    const people = [...new Set([review.ownerId, ...(lead === undefined ? [] : [lead.id])])]
    for (const personId of people) {
      const news = { personId, kind: 'incident_review.late', subject: subjectOf(review) } as const
      insertNotice(unit, news)
      await unit.tell(personTold, news)
    }
    saveLateTold(unit, review)
    unit.record('incident_review.late_told', subjectOf(review), { people })
    return done({ told: people.length })
  },
})
