import type { Unit } from '#access/unit.ts'
import { notFound } from '#platform/problem.ts'
import { holdReferral, mayNavigate, type Referral } from '#referrals/contract.ts'
import type { Handoff } from './handoff.ts'
import { getHandoff } from './store.ts'

export const subjectOf = (referral: Pick<Referral, 'id' | 'studentId'>) => ({
  type: 'referral',
  id: referral.id,
  studentId: referral.studentId,
})

/**
 * How every part of a handoff begins: the referral within reach, held for the rest of the act, and the one
 * question whether this person may work on it.
 * @throws Problem not_found, not_allowed
 */
export async function workOnHandoff(
  unit: Unit,
  referralId: string,
): Promise<{ referral: Referral; handoff: Handoff }> {
  const referral = (await holdReferral(unit, referralId)) ?? notFound()
  unit.permit(mayNavigate(unit.actor, referral), subjectOf(referral))
  return { referral, handoff: await getHandoff(unit.tx, referral.id) }
}
