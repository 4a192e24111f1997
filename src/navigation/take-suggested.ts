import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { openBarriers, subjectOf } from '#handoffs/contract.ts'
import { choices, id } from '#platform/given.ts'
import { helpers } from './policy.ts'
import { suggestionsFor } from './suggested.ts'
import { workOnReferral } from './work-on-help.ts'
import { suggestedWords } from './words.ts'

/**
 * Whoever navigates says which of the barriers that were suggested do stand in the way: these are opened,
 * and are worked on like any other. What nobody chose stays a suggestion [R352].
 */
export const takeSuggested = act({
  name: 'navigation/take-suggested',
  by: helpers,
  given: z.object({ referralId: id, barriers: choices(z.string().max(60)) }),
  refusals: suggestedWords,
  fields: { nothing_chosen: 'barriers' },
  async do(unit, { referralId, barriers }) {
    const referral = await workOnReferral(unit, referralId)
    if (referral.endedAt !== null) return refused(['referral_ended'])
    const suggested = new Set((await suggestionsFor(unit, referral)).map(({ category }) => category))
    if (barriers.length === 0 || !barriers.every((each) => suggested.has(each)))
      return refused(['nothing_chosen'])
    const about = { referralId: referral.id, studentId: referral.studentId }
    const categories = await openBarriers(unit, about, barriers)
    unit.record('barrier.opened', subjectOf(referral), { categories, by: 'family_profile' })
    return done({ referralId })
  },
})
