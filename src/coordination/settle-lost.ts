import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { holdReferral, settleReferral } from '#referrals/contract.ts'
import { repairWords } from './lost-words.ts'

/** What is owed next on a referral is worked out anew from its facts. */
export const settleLost = act({
  name: 'coordination/settle-lost',
  by: ['system'],
  given: z.object({ referralId: id }),
  refusals: repairWords,
  async do(unit, { referralId }) {
    const referral = (await holdReferral(unit, referralId)) ?? notFound()
    const subject = { type: 'referral', id: referral.id, studentId: referral.studentId }
    unit.permit(true, subject)
    if (referral.endedAt !== null) return refused(['has_ended'])
    const settled = await settleReferral(unit, referral)
    unit.record('referral.next_step_repaired', subject, { from: referral.nextStep, to: settled.nextStep })
    return done({ referralId })
  },
})
