import type { ReturnState } from './lifecycle.ts'

/** What a plan says in words. */
export const planTexts = ['attendees', 'supports', 'nextVisit', 'checkIns', 'ifRiskRises'] as const
export type PlanText = (typeof planTexts)[number]

/** How a student comes back after a crisis. Days are YYYY-MM-DD. */
export type ReturnPlan = {
  readonly id: string
  readonly incidentId: string
  readonly studentId: string
  readonly schoolId: string
  readonly ownerId: string
  /** The version of the crisis standard whose steps it follows. */
  readonly standardId: string
  readonly state: ReturnState
  readonly openedAt: Date
  readonly dueAt: Date
  readonly nextDueAt: Date
  readonly lateToldAt: Date | null
  /** Null while nobody said. */
  readonly suicideThreat: boolean | null
  /** Steps of the jointly agreed policy that were done. */
  readonly steps: readonly string[]
  readonly returnOn: string | null
  readonly meetingAt: Date | null
  readonly returnedOn: string | null
  /** Why it was not needed, ended before it held, or was replaced. */
  readonly because: string | null
  readonly endedAt: Date | null
  readonly version: number
} & Readonly<Record<PlanText, string | null>>

/** Whom somebody gets in touch with after a crisis [R126]. */
export const followed = ['caregiver', 'student', 'provider'] as const
export type Followed = (typeof followed)[number]
export const contactOutcomes = ['reached', 'not_reached', 'not_needed'] as const
export type ContactOutcome = (typeof contactOutcomes)[number]

export type FollowUp = {
  readonly id: string
  readonly incidentId: string
  readonly studentId: string
  readonly schoolId: string
  readonly whom: Followed
  readonly ownerId: string
  readonly dueAt: Date
  readonly outcome: ContactOutcome | null
  readonly words: string | null
  readonly endedAt: Date | null
  readonly version: number
}

/** What somebody who teaches a student has to know when they come back, and no more [R125]. */
export type ReturnSheet = {
  readonly id: string
  readonly incidentId: string
  readonly studentId: string
  readonly words: string
  readonly readerId: string
  readonly givenAt: Date
}
