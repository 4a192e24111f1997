import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { choices, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { linesOf } from './line-store.ts'
import { mayReview, reviewers } from './policy.ts'
import { presentChoice } from './present.ts'
import { holdReview, saveClosed } from './store.ts'
import { closingWords } from './words.ts'

/** The meeting ends: who took part is kept, and what nobody came to stays as not reviewed. */
export const closeReview = act({
  name: 'reviews/close-review',
  by: reviewers,
  given: z.object({ reviewId: id, personIds: choices(id) }),
  refusals: closingWords,
  fields: { nobody: 'personIds', unknown_person: 'personIds' },
  async do(unit, { reviewId, personIds }) {
    const review = (await holdReview(unit, reviewId)) ?? notFound()
    const subject = { type: 'review', id: review.id }
    unit.permit(mayReview(unit.actor, review), subject)
    if (review.closedAt !== null) return refused(['closed_already'])
    const people = [...new Set(personIds)]
    if (people.length === 0) return refused(['nobody'])
    const known = new Set((await presentChoice(unit.tx, review, unit.now)).map((person) => person.id))
    if (people.some((person) => !known.has(person))) return refused(['unknown_person'])
    const lines = await linesOf(unit.tx, review.id, unit.now)
    const left = lines.filter(({ outcome }) => outcome === null).length
    saveClosed(unit, review, people)
    unit.record('review.closed', subject, { listed: lines.length, left, present: people.length })
    return done({ reviewId })
  },
})
