import { happening } from '#access/happening.ts'

/** A referral came to be: its warm handoff opens with it, in the same transaction. */
export const referralOpened = happening<{
  referralId: string
  studentId: string
  navigatorId: string
  /** ISO instant: the same-day clock starts here. */
  openedAt: string
  dueAt: string
  /** The time standard the due time came from: clock, version, unit. */
  dueStandard: Readonly<Record<string, string | number | boolean>>
  highNeedCriteria: readonly string[]
}>('referrals/opened')

/** The packet left through the agency's route. */
export const referralSent = happening<{
  referralId: string
  caregiverPresent: boolean
  absenceReason: string | null
}>('referrals/sent')

/** Somebody else owns the referral from now on. */
export const navigatorChanged = happening<{ referralId: string; navigatorId: string }>('referrals/navigator-changed')
