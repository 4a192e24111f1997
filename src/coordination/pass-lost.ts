import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { backupOf } from '#district/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { holdReferral, listNavigators, passReferral } from '#referrals/contract.ts'
import { repairWords } from './lost-words.ts'

/**
 * The owner of a referral is not there any more: it goes to whoever was named to stand in, where they may own
 * it. Nobody else is chosen by the house.
 */
export const passLost = act({
  name: 'coordination/pass-lost',
  by: ['system'],
  given: z.object({ referralId: id }),
  refusals: repairWords,
  async do(unit, { referralId }) {
    const referral = (await holdReferral(unit, referralId)) ?? notFound()
    const subject = { type: 'referral', id: referral.id, studentId: referral.studentId }
    unit.permit(true, subject)
    if (referral.endedAt !== null) return refused(['has_ended'])
    const { schoolId, studentId, navigatorId } = referral
    const backup = await backupOf(unit.tx, navigatorId)
    const able = await listNavigators(unit.tx, { schoolId, about: [studentId], now: unit.now })
    if (backup === undefined || !able.some((each) => each.id === backup.id)) return refused(['nobody_named'])
    await passReferral(unit, referral, backup.id)
    return done({ referralId })
  },
})
