import type { Unit } from '#access/unit.ts'
import { subjectOf } from '#handoffs/contract.ts'
import { notFound } from '#platform/problem.ts'
import { holdReferral, mayNavigate, type Referral } from '#referrals/contract.ts'
import { findHelp, holdHelp, type SeenHelp } from './store.ts'

/**
 * The referral within reach, held for the rest of the act, of whoever may walk its family.
 * @throws Problem not_found, not_allowed
 */
export async function workOnReferral(unit: Unit, referralId: string): Promise<Referral> {
  const referral = (await holdReferral(unit, referralId)) ?? notFound()
  unit.permit(mayNavigate(unit.actor, referral), subjectOf(referral))
  return referral
}

/**
 * How arranging and ending begin: the referral within reach, held, and the help held behind it.
 * @throws Problem not_found, not_allowed
 */
export async function workOnHelp(unit: Unit, helpId: string): Promise<SeenHelp> {
  const { referralId } = (await findHelp(unit.tx, helpId)) ?? notFound()
  await workOnReferral(unit, referralId)
  return (await holdHelp(unit, helpId)) ?? notFound()
}

export const subjectOfHelp = ({ id, studentId }: Pick<SeenHelp, 'id' | 'studentId'>) => ({
  type: 'practical_support',
  id,
  studentId,
})
