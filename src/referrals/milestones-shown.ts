import type { Unit } from '#access/unit.ts'
import type { Reached } from './milestone.ts'
import { milestonesOf } from './milestone-store.ts'
import type { Referral } from './referral.ts'
import { tellingOf, tells } from './telling.ts'

/**
 * What the school is shown of how far treatment is: the days that were told, while the family's yes to status
 * and dates and the agreement with the agency hold, and nothing from the moment they do not [R164].
 */
export async function milestonesShown(
  moment: Pick<Unit, 'tx' | 'now'>,
  referral: Pick<Referral, 'id' | 'partnerId'>,
): Promise<Reached[]> {
  if (referral.partnerId === null) return []
  const told = await milestonesOf(moment.tx, referral.id)
  if (told.length === 0) return []
  const { consentId, agreed } = await tellingOf(moment, referral, tells.status)
  return consentId !== null && agreed ? told : []
}
