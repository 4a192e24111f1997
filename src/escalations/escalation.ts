import type { EscalationState } from './lifecycle.ts'
import type { StallClock } from './stall.ts'

/** Why an escalation was opened: a clock that ran out, or a person who did not want to wait for one. */
export type Cause = StallClock | 'asked'

/** What the agency said of itself when somebody asked [R090]. */
export const acceptances = ['accepting', 'waitlist', 'not_accepting'] as const
export type Acceptance = (typeof acceptances)[number]

/** Who was talked with: a caregiver, or the student who agreed to the care alone. */
export const spokenWith = ['caregiver', 'student'] as const
export type SpokenWith = (typeof spokenWith)[number]

/** What the lead decides: to go on, or one of three other ways [R091]. */
export const decisions = ['continue', 'other_agency', 'school_support', 'urgent_community'] as const
export type Decision = (typeof decisions)[number]

/** The only two ways an escalation ends [R092]. */
export const endings = ['connected', 'other_plan'] as const
export type Ending = (typeof endings)[number]

/** A student whose loop stalled, with the person who has to move it. */
export type Escalation = {
  readonly id: string
  readonly referralId: string
  readonly studentId: string
  readonly schoolId: string
  readonly cause: Cause
  readonly highNeed: boolean
  /** What was due by the clock that ran out; null where a person asked. */
  readonly wasDueAt: Date | null
  readonly state: EscalationState
  readonly openedAt: Date
  /** Who asked for it; null where it opened by itself. */
  readonly openedBy: string | null
  /** Who has it now. */
  readonly takenBy: string | null
  readonly takenAt: Date | null
  /** By when the next thing is owed: an answer, a decision, or the next look. */
  readonly nextDueAt: Date
  readonly closedAt: Date | null
  readonly closedBy: string | null
  readonly ending: Ending | null
  readonly version: number
}

/** Three things are written down before anything is decided [R090]. */
export const entryKinds = ['asked', 'family', 'capacity', 'decision', 'plan'] as const
export type EntryKind = (typeof entryKinds)[number]

/** One thing the lead found out or decided. Never edited. */
export type Entry = {
  readonly id: string
  readonly kind: EntryKind
  /** Whether the family was reached. */
  readonly reached: boolean | null
  readonly spokeWith: SpokenWith | null
  /** Categories of what is in the way, from the list of the standards. */
  readonly barriers: readonly string[] | null
  readonly acceptance: Acceptance | null
  readonly nextOpeningOn: string | null
  readonly decision: Decision | null
  /** What the decision opened: a referral or a support. */
  readonly openedType: string | null
  readonly openedId: string | null
  /** When somebody looks at it again. */
  readonly againOn: string | null
  readonly words: string | null
  readonly writtenAt: Date
  readonly writtenBy: string
}
