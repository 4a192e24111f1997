import type { Unit } from '#access/unit.ts'
import { consentsForReferral, standingOf } from '#consent/contract.ts'
import type { Referral } from './referral.ts'

/** Whether the family's yes to visits by video with the agency of a referral holds [R349]. */
export async function videoAgreed(
  { tx, now }: Unit,
  { id, partnerId }: Pick<Referral, 'id' | 'partnerId'>,
): Promise<boolean> {
  if (partnerId === null) return false
  const consents = await consentsForReferral(tx, id)
  return standingOf(consents, { scope: 'telehealth', partnerId, now }).is === 'in_force'
}
