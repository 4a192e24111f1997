import type { Unit } from '#access/unit.ts'
import { notFound } from '#platform/problem.ts'
import { holdReferral, mayNavigate, type Referral } from '#referrals/contract.ts'
import type { Handoff } from './handoff.ts'
import { findHandoff } from './store.ts'
import { read } from './work-on-handoff-store.ts'

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
  // Asked together, answered in this order: the handoff is read when the referral is held.
  const [held, handoff] = await Promise.all([
    holdReferral(unit, referralId),
    findHandoff(unit.tx, referralId),
  ])
  const referral = held ?? notFound()
  unit.permit(mayNavigate(unit.actor, referral), subjectOf(referral))
  if (handoff === undefined) throw new Error('A referral without a handoff')
  // Whoever begins knows that the handoff is owed: it is no news any more.
  if (handoff.firstAttemptAt === null)
    unit.tx.write(read, { district: unit.districtId, referral: referralId, at: unit.now })
  return { referral, handoff }
}
