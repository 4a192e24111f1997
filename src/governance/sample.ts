import type { Following, Step } from '#crisis/contract.ts'

/** What a frame is made of: decisions that departed from the checklist, and crisis incidents. */
export const strata = ['override', 'crisis'] as const
export type Stratum = (typeof strata)[number]

/** A case of a period, as a frame knows it. */
export type Framed = {
  readonly id: string
  readonly stratum: Stratum
  readonly studentId: string
  readonly schoolId: string
  /** Who took part in it: none of them reviews it. */
  readonly tookPart: readonly string[]
}

export type Sample = {
  readonly id: string
  /** YYYY-MM-DD, both of the period. */
  readonly fromOn: string
  readonly untilOn: string
  readonly seed: string
  readonly drawnByName: string
  readonly drawnAt: Date
}

/** One part of a frame as it was when the sample was drawn. */
export type FrameOf = { readonly stratum: Stratum; readonly asked: number; readonly frame: readonly string[] }

export type Marks = Readonly<Record<Step, Following>>

export type SampledCase = {
  readonly id: string
  readonly sampleId: string
  readonly stratum: Stratum
  readonly decisionId: string | null
  readonly incidentId: string | null
  readonly studentId: string
  readonly schoolId: string
  readonly schoolName: string
  readonly position: number
  readonly tookPart: readonly string[]
  readonly reviewerId: string | null
  readonly reviewerName: string | null
  readonly recorded: Marks | null
  readonly marks: Marks | null
  readonly reason: string | null
  readonly reviewedByName: string | null
  readonly reviewedAt: Date | null
  readonly version: number
}
