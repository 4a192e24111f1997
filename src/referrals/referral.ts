import type { ReferralState } from './lifecycle.ts'
import type { NextOwner, Step } from './next-step.ts'

/** A request an agency answers, from the triage decision to a confirmed end. */
export type Referral = {
  id: string
  number: number
  studentId: string
  schoolId: string
  decisionId: string | null
  partnerId: string | null
  navigatorId: string
  state: ReferralState
  /** When that state was entered. */
  stateSince: Date
  reasonCategory: string
  serviceSought: string
  modality: string
  referredAt: Date
  /** When the first of its chain was opened: time to care counts from here [R034]. */
  firstReferredAt: Date
  predecessorId: string | null
  repeatOfId: string | null
  highNeed: boolean
  /** Since when the student is at high risk; null where that was not found. */
  highRiskAt: Date | null
  offeredAt: Date | null
  sentAt: Date | null
  receivedAt: Date | null
  acceptedAt: Date | null
  scheduledAt: Date | null
  intakeCompletedAt: Date | null
  firstSeenAt: Date | null
  engagedAt: Date | null
  endedAt: Date | null
  nextStep: Step | null
  nextDueAt: Date | null
  nextOwner: NextOwner | null
  /** The last day of its latest pause; null where it was never paused. */
  pausedThrough: string | null
  version: number
}
