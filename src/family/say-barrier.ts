import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { openBarriers, subjectOf } from '#handoffs/contract.ts'
import { choice, choices, id } from '#platform/given.ts'
import { languages } from '#platform/words.ts'
import { choicesOf, modelInForce } from '#standards/contract.ts'
import { holdOwnReferral, tellNavigator } from './answer-visit.ts'
import { familyMembers } from './policy.ts'
import { sayingBarrierWords } from './words.ts'

/**
 * A family says what is in the way. It opens a barrier of each kind, which stands until somebody wrote down
 * what was done and what came of it [R060].
 */
export const sayBarrier = act({
  name: 'family/say-barrier',
  by: familyMembers,
  inPerson: true,
  asHouse: true,
  given: z.object({
    referralId: id,
    /** Codes of the list of barriers in force. */
    barriers: choices(z.string().max(60)),
    /** The language the page was read in. */
    language: choice(languages),
  }),
  refusals: sayingBarrierWords,
  fields: { nothing_chosen: 'barriers' },
  async do(unit, { referralId, barriers, language }) {
    const studentId = unit.actor.studentId as string
    unit.permit(true, { type: 'referral', id: referralId, studentId })
    const referral = await holdOwnReferral(unit, referralId)
    const { reasons } = await modelInForce(unit.tx, unit.now)
    const known = new Set(choicesOf(reasons.body, 'barrier').map(({ code }) => code))
    if (barriers.length === 0 || !barriers.every((code) => known.has(code)))
      return refused(['nothing_chosen'])
    const categories = await openBarriers(unit, { referralId, studentId }, barriers)
    if (categories.length === 0) return refused(['known_already'])
    unit.record('barrier.opened', subjectOf(referral), { categories, by: 'family' })
    await tellNavigator(unit, referral)
    return done({ language })
  },
})
