import { type Basis, type Finding, type Office, officesOf } from './exception.ts'

/** A threat is written out, so that whoever reviews it can judge it: in at least so many characters. */
export const leastThreat = 20

/** Hours until somebody else looks at it, as for opening records in an emergency. */
export const reviewWithin = 72

/** What is known when something that was told is written down. */
export type RecordingFacts = {
  readonly basis: Basis
  readonly threat: string | undefined
  readonly office: Office
  readonly itemCount: number
  readonly disclosedAt: Date
  readonly now: Date
}

const recording = {
  threat_missing: ({ basis, threat = '' }) =>
    basis === 'health_safety_emergency' && [...threat].length < leastThreat,
  // Its words belong to the office that takes the report: a second copy would be one more place to guard.
  threat_not_here: ({ basis, threat }) => basis === 'mandated_report' && threat !== undefined,
  office_not_for_basis: ({ basis, office }) => !officesOf[basis].includes(office),
  nothing_told: ({ itemCount }) => itemCount === 0,
  in_the_future: ({ disclosedAt, now }) => disclosedAt > now,
} satisfies Record<string, (facts: RecordingFacts) => boolean>
export type ObstacleToRecording = keyof typeof recording

/** Every reason it cannot be written down so, in the order a person would clear them [R136]. */
export const obstaclesToRecording = (facts: RecordingFacts): ObstacleToRecording[] =>
  (Object.keys(recording) as ObstacleToRecording[]).filter((name) => recording[name](facts))

/** What is known when somebody looks at it afterwards. */
export type ReviewingFacts = {
  readonly isOwn: boolean
  readonly reviewed: boolean
  readonly finding: Finding
  readonly note: string | undefined
}

const reviewing = {
  own: ({ isOwn }) => isOwn,
  already_reviewed: ({ reviewed }) => reviewed,
  note_missing: ({ finding, note }) => finding !== 'within_basis' && note === undefined,
} satisfies Record<string, (facts: ReviewingFacts) => boolean>
export type ObstacleToReviewing = keyof typeof reviewing

export const obstaclesToReviewing = (facts: ReviewingFacts): ObstacleToReviewing[] =>
  (Object.keys(reviewing) as ObstacleToReviewing[]).filter((name) => reviewing[name](facts))

/** When the review is owed: so many hours after it was told, whatever the calendar says. */
export const reviewDueAt = (disclosedAt: Date): Date =>
  new Date(disclosedAt.getTime() + reviewWithin * 3_600_000)

/** Whether the review is overdue. */
export const isOverdue = (
  { reviewDueAt: dueAt, reviewedAt }: { reviewDueAt: Date; reviewedAt: Date | null },
  now: Date,
): boolean => reviewedAt === null && dueAt < now
