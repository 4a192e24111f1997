import type { Unit } from '#access/unit.ts'
import type { HighNeedStated } from '#referrals/contract.ts'
import { getHandoff, saveHandoff } from './store.ts'

/** Follows referrals/high-need-stated: the criterion stands with the others the referral met. */
export async function noteHighNeed(unit: Unit, { referralId, criterion }: HighNeedStated): Promise<void> {
  const handoff = await getHandoff(unit.tx, referralId)
  if (handoff.highNeedCriteria.includes(criterion)) return
  saveHandoff(unit, handoff, { highNeedCriteria: [...handoff.highNeedCriteria, criterion] })
}
