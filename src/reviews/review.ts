import type { SchoolFigures } from './progress.ts'

/**
 * What a review goes through: the open referrals of some schools, or the students of the care coordinators'
 * caseloads there, across agencies; or it is about progress, of all in counts and of some one by one.
 */
export const reviewKinds = ['referrals', 'care', 'progress'] as const
export type ReviewKind = (typeof reviewKinds)[number]

/** Whether a review speaks of students whom agencies serve, within what their families agreed to. */
export const isOfCare = ({ kind }: { kind: ReviewKind }): boolean => kind !== 'referrals'

/** Whether the next visit is confirmed [R161]. */
export const visitsSaid = ['confirmed', 'not_confirmed', 'none_booked'] as const
export type VisitSaid = (typeof visitsSaid)[number]

/** What became of what stands in the way [R161]. */
export const barriersSaid = ['none', 'watched', 'grown'] as const
export type BarriersSaid = (typeof barriersSaid)[number]

/** Whether the agreed measures were brought up to date [R161]. */
export const measuresSaid = ['updated', 'unchanged', 'not_agreed'] as const
export type MeasuresSaid = (typeof measuresSaid)[number]

/** What may be said of a line. */
export const outcomes = ['reviewed', 'deferred'] as const
export type Outcome = (typeof outcomes)[number]

/** What a review decides about an open referral. */
export const decisions = ['goes_on', 'task', 'ask_lead'] as const
export type Decision = (typeof decisions)[number]

/** Why a line is put off to another day. */
export const deferrals = ['somebody_missing', 'word_awaited', 'no_time'] as const
export type Deferral = (typeof deferrals)[number]

/** What somebody may get to do. */
export const taskKinds = [
  'call_family',
  'ask_agency',
  'arrange_transport',
  'help_with_forms',
  'move_visit',
  'talk_with_student',
  'other',
] as const
export type TaskKind = (typeof taskKinds)[number]

export const taskOutcomes = ['done', 'not_needed', 'not_possible'] as const
export type TaskOutcome = (typeof taskOutcomes)[number]

/** A meeting that goes through a list of some schools. */
export type Review = {
  readonly id: string
  readonly kind: ReviewKind
  /** Students agencies serve there whose family did not agree; null where the review is of open referrals. */
  readonly notConsented: number | null
  /** Of a meeting about progress: how all in service did as it began. */
  readonly figures: readonly SchoolFigures[] | null
  /** The Monday of its week, YYYY-MM-DD. */
  readonly weekOn: string
  readonly schoolIds: readonly string[]
  readonly openedBy: string
  readonly openedAt: Date
  readonly closedBy: string | null
  readonly closedAt: Date | null
  readonly version: number
}

/**
 * A line on the list of a review: an open referral, or a student with one of the referrals whose agency may
 * be coordinated with. What is said of the visit, of barriers and of measures belongs to a case review.
 */
export type ReviewLine = {
  readonly id: string
  readonly referralId: string
  readonly studentId: string
  readonly schoolId: string
  readonly position: number
  readonly outcome: Outcome | null
  readonly decision: Decision | null
  readonly deferredBecause: Deferral | null
  readonly visitSaid: VisitSaid | null
  readonly barriersSaid: BarriersSaid | null
  readonly measuresSaid: MeasuresSaid | null
  readonly words: string | null
  readonly markedAt: Date | null
}

/** What a review gave somebody to do. */
export type ReviewTask = {
  readonly id: string
  readonly reviewId: string
  readonly referralId: string
  readonly studentId: string
  readonly schoolId: string
  readonly what: TaskKind
  readonly words: string | null
  readonly ownerId: string
  /** YYYY-MM-DD. */
  readonly dueOn: string
  readonly madeAt: Date
  readonly outcome: TaskOutcome | null
  readonly finishedAt: Date | null
  readonly version: number
}
