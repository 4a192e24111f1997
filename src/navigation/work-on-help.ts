import type { Unit } from '#access/unit.ts'
import { workOnHandoff } from '#handoffs/contract.ts'
import { notFound } from '#platform/problem.ts'
import { findHelp, holdHelp, type SeenHelp } from './store.ts'

/**
 * How arranging and ending begin: the referral within reach, held, and the help held behind it.
 * @throws Problem not_found, not_allowed
 */
export async function workOnHelp(unit: Unit, helpId: string): Promise<SeenHelp> {
  const { referralId } = (await findHelp(unit.tx, helpId)) ?? notFound()
  await workOnHandoff(unit, referralId)
  return (await holdHelp(unit, helpId)) ?? notFound()
}

export const subjectOfHelp = ({ id, studentId }: Pick<SeenHelp, 'id' | 'studentId'>) => ({
  type: 'practical_support',
  id,
  studentId,
})
