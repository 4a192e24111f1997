import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { choice, id, ticked } from '#platform/given.ts'
import { languages } from '#platform/words.ts'
import { withdrawBy } from '#referrals/contract.ts'
import { holdOwnReferral, tellNavigator } from './answer-visit.ts'
import { familyMembers } from './policy.ts'
import { withdrawingWords } from './words.ts'

/**
 * A family withdraws its referral itself, on its own page: kept as its choice, and nobody is asked for a
 * reason. From this instant nothing more is shared, and whoever navigates hears of it [R038].
 */
export const withdraw = act({
  name: 'family/withdraw',
  by: familyMembers,
  inPerson: true,
  asHouse: true,
  given: z.object({
    referralId: id,
    /** Said once more, so that nobody ends it by a slip. */
    sure: ticked,
    /** The language the page was read in. */
    language: choice(languages),
  }),
  refusals: withdrawingWords,
  fields: { not_sure: 'sure' },
  async do(unit, { referralId, sure, language }) {
    const { role, studentId } = unit.actor
    unit.permit(true, { type: 'referral', id: referralId, studentId: studentId as string })
    const referral = await holdOwnReferral(unit, referralId)
    if (!sure) return refused(['not_sure'])
    const askedBy = role === 'student' ? 'student' : 'caregiver'
    const obstacles = await withdrawBy(unit, referral, { askedBy, channel: 'family_page' })
    if (obstacles.length > 0) return refused(['has_ended'])
    await tellNavigator(unit, referral)
    return done({ language })
  },
})
