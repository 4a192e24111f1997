import { dayOf, endOfCalendarDay, type SchoolCalendar } from '#district/contract.ts'
import {
  type Clock,
  dueAt,
  type Due,
  type Pause,
  type PublishedModel,
  type Tier,
} from '#standards/contract.ts'

/** Standards whose miss is kept and told to whoever owns the referral, and that stall nothing. */
export const keptClocks = ['warm_handoff', 'assessment', 'one_month'] as const satisfies readonly Clock[]
export type KeptClock = (typeof keptClocks)[number]

/** The dated facts of an open referral that these standards follow from. */
export type KeptFacts = {
  readonly state: string
  readonly highNeed: boolean
  readonly tier: Tier | null
  readonly referredAt: Date
  readonly firstSeenAt: Date | null
  readonly engagedAt: Date | null
  readonly pauses: readonly Pause[]
  /** The warm handoff while it is not whole, with the standard of its decision; instants as text. */
  readonly handoff: {
    openedAt: string
    dueAt: string
    standard: Due['standard'] & { version: number }
  } | null
}

/** A standard that runs: when it began, when it is due, from when on it is missed, in which version. */
export type Kept = Pick<Due, 'startedAt' | 'dueAt' | 'lateAt' | 'standard'> & {
  readonly clock: KeptClock
  readonly version: number
}

export type KeptMeasures = {
  readonly calendar: SchoolCalendar
  readonly model: PublishedModel
  /** The model in force when the referral was made: the same week is judged by it [R016]. */
  readonly modelThen: PublishedModel
}

const toTheMinute: ReadonlySet<string> = new Set(['minutes', 'working_minutes'])

/** The same day, as set at the decision: what is due at closing is kept until the day is over [R042]. */
function handoffOf({ handoff }: KeptFacts, { calendar }: KeptMeasures): Kept[] {
  if (handoff === null) return []
  const { version, ...standard } = handoff.standard
  const due = new Date(handoff.dueAt)
  const lateAt = toTheMinute.has(standard.unit)
    ? new Date(due.getTime() + 1)
    : endOfCalendarDay(calendar, dayOf(calendar, due))
  return [
    { clock: 'warm_handoff', startedAt: new Date(handoff.openedAt), dueAt: due, lateAt, standard, version },
  ]
}

/** The first visit in the same week, until one was held [R016]. */
function assessmentOf(facts: KeptFacts, { calendar, modelThen }: KeptMeasures): Kept[] {
  if (facts.firstSeenAt !== null) return []
  const { body, version } = modelThen.time_standards
  const { referredAt: startedAt, highNeed, tier } = facts
  const due = dueAt(calendar, body, { clock: 'assessment', startedAt, highNeed, tier })
  return [{ clock: 'assessment', ...due, version }]
}

/** Whether care goes on, a month after it began [R075]. */
function oneMonthOf(facts: KeptFacts, { calendar, model }: KeptMeasures): Kept[] {
  const { state, firstSeenAt: startedAt, engagedAt, highNeed, pauses, tier } = facts
  if (state !== 'in_service' || startedAt === null || engagedAt !== null) return []
  const { body, version } = model.time_standards
  return [
    {
      clock: 'one_month',
      ...dueAt(calendar, body, { clock: 'one_month', startedAt, highNeed, pauses, tier }),
      version,
    },
  ]
}

/** The standards that run on an open referral beside what may stall it. */
export const keptOf = (facts: KeptFacts, measures: KeptMeasures): Kept[] =>
  [handoffOf, assessmentOf, oneMonthOf].flatMap((each) => each(facts, measures))

/** Those that are missed from now on. */
export const missedAt = (kept: readonly Kept[], now: Date): Kept[] =>
  kept.filter(({ lateAt }) => lateAt <= now)

/** When the next one is missed, or undefined when none will be. */
export const nextMissAt = (kept: readonly Kept[], now: Date): Date | undefined =>
  kept
    .map(({ lateAt }) => lateAt)
    .filter((lateAt) => lateAt > now)
    .toSorted((one, other) => one.getTime() - other.getTime())[0]
