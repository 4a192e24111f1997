import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id, text } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { navigatingStaff } from '#referrals/contract.ts'
import { holdBarrier, saveResolution } from './barrier-store.ts'
import { barrierObstacleWords } from './words.ts'
import { subjectOf, workOnHandoff } from './work-on-handoff.ts'

const Resolution = z.object({
  referralId: id,
  barrierId: id,
  action: text(300, 'Say what was done about it'),
  result: text(300, 'Say what came of it'),
})

/**
 * A barrier is cleared: what was done about it, and what came of it. Without both it stays open [R060]
 * [R058]. It may be written down after the referral ended, because it happened all the same.
 */
export const resolveBarrier = act({
  name: 'handoffs/resolve-barrier',
  by: navigatingStaff,
  given: Resolution,
  refusals: barrierObstacleWords,
  async do(unit, { referralId, barrierId, action, result }) {
    const { referral } = await workOnHandoff(unit, referralId)
    const barrier = (await holdBarrier(unit, { referralId, barrierId })) ?? notFound()
    if (barrier.resolvedAt !== null) return refused(['resolved_already'])

    saveResolution(unit, { barrierId, studentId: referral.studentId, action, result })
    unit.record('barrier.resolved', subjectOf(referral), { barrierId, category: barrier.category })
    return done({ referralId })
  },
})
