import { happening } from '#access/happening.ts'
import type { Due } from '#standards/contract.ts'

/** A referral came to be: its warm handoff opens with it, in the same transaction. */
export type ReferralOpened = {
  readonly referralId: string
  readonly studentId: string
  readonly navigatorId: string
  /** ISO instant: the same-day clock starts here. */
  readonly openedAt: string
  readonly dueAt: string
  /** The time standard the due time came from. */
  readonly dueStandard: Due['standard'] & { readonly version: number }
  readonly highNeedCriteria: readonly string[]
}
export const referralOpened = happening<ReferralOpened>('referrals/opened')

/** The packet left through the agency's route. */
export type ReferralSent = {
  readonly referralId: string
  readonly caregiverPresent: boolean
  readonly absenceReason: string | null
}
export const referralSent = happening<ReferralSent>('referrals/sent')

/** Somebody else owns the referral from now on. */
export type NavigatorChanged = { readonly referralId: string; readonly navigatorId: string }
export const navigatorChanged = happening<NavigatorChanged>('referrals/navigator-changed')

/** Somebody stated a high-need criterion. */
export type HighNeedStated = { readonly referralId: string; readonly criterion: string }
export const highNeedStated = happening<HighNeedStated>('referrals/high-need-stated')
