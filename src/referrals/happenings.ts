import { happening } from '#access/happening.ts'

/** An agency said one word of its list about a student's safety. */
export const safetySignalPosted = happening<{
  referralId: string
  signalId: string
  signal: string
  studentId: string
  schoolId: string
  partnerId: string
}>('referrals/safety-signal-posted')

/** A referral ended: connected, with another plan, by the family's choice, or because the family moved. */
export const referralEnded = happening<{
  referralId: string
  studentId: string
  schoolId: string
  ending: string
}>('referrals/ended')
