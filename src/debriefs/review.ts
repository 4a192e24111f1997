import type { Following, Step } from '#crisis/contract.ts'

/** What a reviewer found of each step of the standard. */
export type Marks = Readonly<Record<Step, Following>>

/** What is owed after an incident: whether the standard was followed, what came of it, what was learned. */
export type IncidentReview = {
  readonly id: string
  readonly incidentId: string
  readonly studentId: string
  readonly schoolId: string
  /** Who had the incident when it was closed. */
  readonly ledBy: string
  /** Whether the standard asked for somebody else than who led. */
  readonly byAnother: boolean
  readonly ownerId: string
  readonly openedAt: Date
  readonly dueAt: Date
  readonly lateToldAt: Date | null
  readonly marks: Marks | null
  readonly outcome: string | null
  readonly learned: string | null
  readonly nothingToImprove: boolean
  readonly writtenBy: string | null
  readonly writtenAt: Date | null
  readonly version: number
}

/** How an improvement ends. */
export const endings = ['done', 'not_needed', 'not_possible'] as const
export type Ending = (typeof endings)[number]

/** What somebody does better after an incident, by a day. */
export type Improvement = {
  readonly id: string
  readonly incidentId: string
  readonly studentId: string
  readonly schoolId: string
  readonly words: string
  readonly ownerId: string
  /** YYYY-MM-DD. */
  readonly dueOn: string
  readonly madeAt: Date
  readonly outcome: Ending | null
  readonly endedAt: Date | null
  readonly version: number
}

/** What becomes of a request to change a standard. */
export const answers = ['taken_up', 'stays_as_it_is'] as const
export type Answer = (typeof answers)[number]

/** What somebody asks the crisis standard to say otherwise. */
export type ChangeRequest = {
  readonly id: string
  readonly words: string
  readonly askedAt: Date
  readonly answer: Answer | null
  readonly reason: string | null
  readonly answeredAt: Date | null
  readonly version: number
}
