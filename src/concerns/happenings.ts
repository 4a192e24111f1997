import { happening } from '#access/happening.ts'
import type { Path, Tier } from '#standards/contract.ts'

/** What path (a) opens: skill support at school with a focus, an owner and a review. Days are YYYY-MM-DD. */
export type SupportPlan = {
  focus: string
  ownerId: string
  startsOn: string
  plannedEndOn: string
  reviewOn: string
  /** Code of the entry criterion of the tier in force. */
  entryCriterion: string
}

export type TriageDecided = {
  decisionId: string
  concernId: string
  studentId: string
  schoolId: string
  path: Path
  tier: Tier
  /** A code of the referral_category list. */
  reasonCategory: string
  /** ISO instant: the clocks of the path start here. */
  decidedAt: string
  /** Who owns the handoff: always there on path (b) [R043]. */
  navigatorId?: string | null
  partnerId?: null
  /** The id the referral of path (b) is opened under. */
  referralId?: string
  /** Always there on path (a), with the id the support is opened under. */
  support?: SupportPlan & { supportId: string }
  /** The clinician named when a student at high risk is supported at school [R022]. */
  clinicianId?: string | null
  /** The id the incident of path (c) is opened under, unless one is open for the concern already. */
  incidentId?: string
  highRisk: boolean
}

/** A concern took exactly one path. Told in the transaction of the decision. */
export const triageDecided = happening<TriageDecided>('concerns/triage-decided')

export type RiskIndicated = {
  concernId: string
  studentId: string
  schoolId: string
  /** The id the incident is opened under, unless one is open for the concern already. */
  incidentId: string
}

/** The checklist indicated immediate risk: the crisis opens before anybody decides anything [R017]. */
export const riskIndicated = happening<RiskIndicated>('concerns/risk-indicated')
