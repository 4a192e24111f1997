import type { SchoolCalendar } from '#district/contract.ts'
import { type Clock, dueAt, type Model, type Tier } from '#standards/contract.ts'

/** Clocks that run on other records than the loop of a referral, or stall nothing there. */
export const otherClocks = [
  'triage',
  'weekly_review',
  'consent_ending',
  'crisis_acknowledgement',
  'caregiver_told',
  'incident_review',
  'return_plan',
  'directory_check',
  'progress_meeting',
  'agreement_renewal',
] as const satisfies readonly Clock[]
export type OtherClock = (typeof otherClocks)[number]

/** What a clock runs on. */
export type RecordType =
  | 'referral'
  | 'concern'
  | 'consent'
  | 'incident'
  | 'incident_review'
  | 'return_plan'
  | 'partner'

/** Something that was due and is not known as done, with who was holding it. */
export type Open = {
  readonly clock: OtherClock
  readonly recordType: RecordType
  /** Null where the record is the referral itself. */
  readonly recordId: string | null
  readonly referralId: string | null
  readonly studentId: string | null
  readonly schoolId: string | null
  readonly startedAt: Date
  /** By when, where that stands with the record; worked out from the standard where not. */
  readonly dueAt: Date | null
  readonly heldBy: 'navigator' | 'owner' | 'queue'
  readonly personId: string | null
  readonly highNeed: boolean
  readonly tier: Tier | null
}

export type Missed = Open & {
  readonly dueAt: Date
  readonly standard: Record<string, unknown> & { readonly version: number }
}

export type MissedMeasures = {
  readonly calendar: SchoolCalendar
  /** The model in force when the clock of a record began. */
  readonly model: Pick<Model, 'time_standards'>
}

/**
 * What is missed of something open, under the standard that is given: when it was due, and by which limit. A
 * due time that stands with the record counts as it stands, since whoever owed it worked towards that. A
 * limit in days is kept by the day.
 * @returns undefined where it is not missed yet
 */
export function missedOf(open: Open, { calendar, model }: MissedMeasures, now: Date): Missed | undefined {
  const { clock, startedAt, highNeed, tier } = open
  const { body, version } = model.time_standards
  const due = dueAt(calendar, body, { clock, startedAt, highNeed, tier })
  const at = open.dueAt ?? due.dueAt
  const missedFrom = open.dueAt ?? due.lateAt
  return missedFrom <= now ? { ...open, dueAt: at, standard: { ...due.standard, version } } : undefined
}
