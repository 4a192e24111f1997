import type { Unit } from '#access/unit.ts'
import type { ReferralSent } from '#referrals/contract.ts'
import { getHandoff, saveHandoff } from './store.ts'

/** Follows referrals/sent: whether the caregiver was there, and the exception when not [R046]. */
export async function noteSending(unit: Unit, sent: ReferralSent): Promise<void> {
  saveHandoff(unit, await getHandoff(unit.tx, sent.referralId), {
    caregiverPresentAtSend: sent.caregiverPresent,
    caregiverAbsenceReason: sent.caregiverPresent ? null : sent.absenceReason,
  })
}
