import type { Outcome, SupportState } from './lifecycle.ts'

/** Skill support at school. Days are YYYY-MM-DD. */
export type BriefSupport = {
  id: string
  studentId: string
  schoolId: string
  decisionId: string | null
  focus: string
  ownerId: string
  state: SupportState
  startsOn: string
  plannedEndOn: string
  reviewOn: string
  entryCriterion: string
  exitCriterion: string | null
  clinicianId: string | null
  /** Since when the student is known to be at high risk. */
  highRiskAt: Date | null
  endedAt: Date | null
  version: number
}

/** A support was looked at. */
export type Review = {
  id: string
  outcome: Outcome
  improving: boolean | null
  exitCriterion: string | null
  nextReviewOn: string | null
  clinicianId: string | null
  reviewedBy: string
  reviewedAt: Date
}
