import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { careTeam } from '#access/roles.ts'
import { choice, id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { subjectOf } from './answering.ts'
import { familyChannels, familyVoices } from './closing-rules.ts'
import { mayCareFor } from './policy.ts'
import { holdReferral } from './store.ts'
import { withdrawBy } from './withdraw.ts'
import { obstacleWords } from './words.ts'

/** The family withdraws, at any point, and tells somebody of the care team so [R038]. */
export const withdrawReferral = act({
  name: 'referrals/withdraw-referral',
  by: careTeam,
  given: z.object({
    referralId: id,
    askedBy: choice(familyVoices, 'Say who asked'),
    channel: choice(familyChannels, 'Say how they asked'),
  }),
  refusals: obstacleWords,
  async do(unit, { referralId, ...said }) {
    const referral = (await holdReferral(unit, referralId)) ?? notFound()
    unit.permit(mayCareFor(unit.actor, referral), subjectOf(referral))
    const obstacles = await withdrawBy(unit, referral, said)
    return obstacles.length > 0 ? refused(obstacles) : done({ referralId, studentId: referral.studentId })
  },
})
