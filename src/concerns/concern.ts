import type { Path, Tier } from '#standards/contract.ts'
import type { ConcernState } from './lifecycle.ts'

/** Where a concern can come from [R007]. */
export const sources = [
  'staff',
  'student',
  'caregiver',
  'attendance',
  'behavior',
  'screener',
  'handle_with_care',
  'partner_alert',
] as const
export type Source = (typeof sources)[number]

export const urgencies = ['today', 'this_week', 'when_possible'] as const
export type Urgency = (typeof urgencies)[number]

/** Somebody is worried about a student. */
export type Concern = {
  id: string
  schoolId: string
  /** Null until staff match a request from the public page. */
  studentId: string | null
  source: Source
  reporterId: string | null
  askedBy: string | null
  askedByContact: string | null
  aboutName: string | null
  aboutGrade: string | null
  observed: string
  observedOn: string | null
  setting: string | null
  schoolwork: string | null
  health: string | null
  urgency: Urgency
  state: ConcernState
  receivedAt: Date
  dueAt: Date
  dueStandard: DueStandard
  acknowledgedBy: string | null
  acknowledgedAt: Date | null
  endedAt: Date | null
  closedReason: string | null
  /** Who closed it without a path, when it was. */
  closedBy: string | null
  /** The one role that owns it; null when all triage staff do [R018]. */
  queueRole: string | null
  askedIn: string | null
  retriageOf: string | null
  version: number
}

/** The time standard a due time came from. */
export type DueStandard = { clock: string; version: number; unit: string; amount?: number }

/** The checklist was run on a concern. */
export type Screening = {
  id: string
  concernId: string
  studentId: string
  checklistId: string
  checklistVersion: number
  answers: Record<string, string>
  score: number
  indicated: Path
  /** Codes of the items whose answer indicates immediate risk. */
  immediate: string[]
  screenedBy: string
  screenedAt: Date
}

/** Which path a concern takes, with everything needed to test the decision again later [R020]. */
export type Decision = {
  id: string
  concernId: string
  studentId: string
  schoolId: string
  screeningId: string | null
  checklistId: string
  checklistVersion: number
  answers: Record<string, string>
  score: number
  indicated: Path
  chosen: Path
  tier: Tier
  reasonCategory: string
  overrideReason: string | null
  reviewerId: string | null
  reviewDueAt: Date | null
  reviewAnswer: 'agree' | 'disagree' | null
  reviewNote: string | null
  reviewedAt: Date | null
  clinicianId: string | null
  navigatorId: string | null
  highRisk: boolean
  replacesId: string | null
  decidedBy: string
  decidedAt: Date
}

/** A student entered or left a tier, with the criteria cited [R012]. */
export type TierMove = {
  fromTier: Tier | null
  toTier: Tier
  exitCriterion: string | null
  entryCriterion: string
  tiersId: string
  movedBy: string
  movedAt: Date
}
