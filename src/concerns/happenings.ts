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
  /** Always there on path (a). */
  support?: SupportPlan
  /** The clinician named when a student at high risk is supported at school [R022]. */
  clinicianId?: string | null
  highRisk: boolean
}

/**
 * A concern took exactly one path. What follows opens the support, the referral or the incident in the
 * transaction of the decision, names the decision in it, and answers with its id: a decision that opened
 * nothing cannot be made.
 */
export const triageDecided = happening<TriageDecided, string>('concerns/triage-decided')

export type RiskIndicated = { concernId: string; studentId: string; schoolId: string }

/** The checklist indicated immediate risk: the crisis opens before anybody decides anything [R017]. */
export const riskIndicated = happening<RiskIndicated>('concerns/risk-indicated')
