import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { id, text } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { navigatingStaff, type Referral } from '#referrals/contract.ts'
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
 * Clears a barrier that still stands, by what was done and what came of it.
 * @returns whether it stood; one that was cleared before stays as it is
 * @throws Problem not_found when the referral has no such barrier
 */
export async function clearBarrier(
  unit: Unit,
  referral: Pick<Referral, 'id' | 'studentId'>,
  { barrierId, ...said }: { barrierId: string; action: string; result: string },
): Promise<boolean> {
  const barrier = (await holdBarrier(unit, { referralId: referral.id, barrierId })) ?? notFound()
  if (barrier.resolvedAt !== null) return false
  saveResolution(unit, { barrierId, studentId: referral.studentId, ...said })
  unit.record('barrier.resolved', subjectOf(referral), { barrierId, category: barrier.category })
  return true
}

/**
 * A barrier is cleared: what was done about it, and what came of it. Without both it stays open [R060]
 * [R058]. It may be written down after the referral ended, because it happened all the same.
 */
export const resolveBarrier = act({
  name: 'handoffs/resolve-barrier',
  by: navigatingStaff,
  given: Resolution,
  refusals: barrierObstacleWords,
  async do(unit, { referralId, ...said }) {
    const { referral } = await workOnHandoff(unit, referralId)
    return (await clearBarrier(unit, referral, said)) ? done({ referralId }) : refused(['resolved_already'])
  },
})
