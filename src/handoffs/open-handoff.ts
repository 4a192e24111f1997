import { addNotice } from '#access/notice-store.ts'
import type { Unit } from '#access/unit.ts'
import type { NavigatorChanged, ReferralOpened } from '#referrals/contract.ts'
import { addHandoff, getHandoff, saveHandoff } from './store.ts'

/**
 * Follows referrals/opened: the handoff opens with its same-day clock, and its navigator is told [R042]
 * [R043].
 */
export async function openHandoff(unit: Unit, opened: ReferralOpened): Promise<void> {
  addHandoff(unit, {
    referralId: opened.referralId,
    studentId: opened.studentId,
    navigatorId: opened.navigatorId,
    openedAt: new Date(opened.openedAt),
    dueAt: new Date(opened.dueAt),
    dueStandard: opened.dueStandard,
    highNeedCriteria: opened.highNeedCriteria,
  })
  const subject = { type: 'referral', id: opened.referralId }
  addNotice(unit, { personId: opened.navigatorId, kind: 'handoff_owed', subject })
}

/** Follows referrals/navigator-changed: whoever owns the referral makes the handoff. */
export async function passHandoffOn(unit: Unit, changed: NavigatorChanged): Promise<void> {
  saveHandoff(unit, await getHandoff(unit.tx, changed.referralId), { navigatorId: changed.navigatorId })
}
