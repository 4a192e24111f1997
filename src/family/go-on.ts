import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { choice, id } from '#platform/given.ts'
import { languages } from '#platform/words.ts'
import { goOnBy } from '#referrals/contract.ts'
import { holdOwnReferral, tellNavigator } from './answer-visit.ts'
import { familyMembers } from './policy.ts'
import { goingOnWords } from './waiting-words.ts'

/** A family that asked to wait wants to go on now. */
export const goOn = act({
  name: 'family/go-on',
  by: familyMembers,
  inPerson: true,
  asHouse: true,
  given: z.object({ referralId: id, language: choice(languages) }),
  refusals: goingOnWords,
  async do(unit, { referralId, language }) {
    unit.permit(true, { type: 'referral', id: referralId, studentId: unit.actor.studentId as string })
    const referral = await holdOwnReferral(unit, referralId)
    if (!(await goOnBy(unit, referral))) return refused(['not_waiting'])
    await tellNavigator(unit, referral)
    return done({ language })
  },
})
