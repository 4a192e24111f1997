import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { subjectOf } from '#handoffs/contract.ts'
import { choice, id } from '#platform/given.ts'
import { languages } from '#platform/words.ts'
import { holdOwnReferral } from './answer-visit.ts'
import { familyMembers } from './policy.ts'
import { clarities, frustrations } from './rating.ts'
import { insertRating, ratingStands } from './rating-store.ts'
import { ratingWords } from './rating-words.ts'

/**
 * After the handoff somebody of the family says how clear it was and how hard: once, by two presses, and it
 * is read as counts alone [R068].
 */
export const rateHandoff = act({
  name: 'family/rate-handoff',
  by: familyMembers,
  inPerson: true,
  asHouse: true,
  given: z.object({
    referralId: id,
    clarity: choice(clarities),
    frustration: choice(frustrations),
    /** The language the page was read in. */
    language: choice(languages),
  }),
  refusals: ratingWords,
  async do(unit, { referralId, language, ...rating }) {
    const { studentId, personId } = unit.actor
    unit.permit(true, { type: 'referral', id: referralId, studentId: studentId as string })
    const referral = await holdOwnReferral(unit, referralId)
    const stands = await ratingStands(unit.tx, { referral: referralId, person: personId as string })
    if (!stands.handedOff) return refused(['not_yet'])
    if (stands.rated) return refused(['rated_already'])
    insertRating(unit, referral, rating)
    // What was said stays out of the trail: it would name the family.
    unit.record('handoff.rated', subjectOf(referral))
    return done({ language })
  },
})
