import { dueAt, type Clock, type Due, type Model, type Pause, type Tier } from '#standards/contract.ts'
import type { SchoolCalendar } from '#district/contract.ts'

/** Ways a loop comes to a halt: each is a clock of the standards, with its own limit for high need [R088]. */
export const stallClocks = [
  'high_need_intake',
  'not_received',
  'not_accepted',
  'not_scheduled',
  'not_seen',
  'silent',
] as const satisfies readonly Clock[]
export type StallClock = (typeof stallClocks)[number]

/** The dated facts of an open referral that say where it may have come to a halt. */
export type StallFacts = {
  readonly state: string
  readonly highNeed: boolean
  /** The tier that was decided: a step may have a limit of its own for it. */
  readonly tier: Tier | null
  /** When the first referral of its chain was made: one week counts from here [R087]. */
  readonly firstReferredAt: Date
  readonly sentAt: Date | null
  readonly receivedAt: Date | null
  readonly acceptedAt: Date | null
  readonly scheduledAt: Date | null
  readonly firstSeenAt: Date | null
  readonly stateSince: Date
  /** A visit is booked and not over, or one was held: somebody is going to see the student, or did. */
  readonly hasVisit: boolean
  /** When the agency last said anything about it. */
  readonly lastWordAt: Date | null
  /** The family lets the agency tell the school how it goes: else its silence means nothing [R071]. */
  readonly mayTell: boolean
  /** Days on which somebody paused its clocks. */
  readonly pauses: readonly Pause[]
}

/** Since when each clock runs, or null while it does not. */
const running: Record<StallClock, (facts: StallFacts) => Date | null> = {
  high_need_intake: ({ highNeed, hasVisit, firstSeenAt, firstReferredAt }) =>
    highNeed && !hasVisit && firstSeenAt === null ? firstReferredAt : null,
  not_received: ({ state, sentAt, stateSince }) => (state === 'sent' ? (sentAt ?? stateSince) : null),
  not_accepted: ({ state, receivedAt, stateSince }) =>
    state === 'received' ? (receivedAt ?? stateSince) : null,
  not_scheduled: ({ state, hasVisit, acceptedAt, stateSince }) => {
    if (hasVisit) return null
    if (state === 'accepted') return acceptedAt ?? stateSince
    return state === 'scheduled' ? stateSince : null
  },
  not_seen: ({ state, firstSeenAt, scheduledAt, stateSince }) =>
    state === 'scheduled' && firstSeenAt === null ? (scheduledAt ?? stateSince) : null,
  silent: ({ state, mayTell, lastWordAt, sentAt }) =>
    mayTell && ['sent', 'received', 'accepted', 'scheduled', 'in_service'].includes(state)
      ? (lastWordAt ?? sentAt)
      : null,
}

/** One clock that runs: when it began, when it is due, and the standard it runs under. */
export type Running = Due & { readonly clock: StallClock }

export type Measures = { readonly calendar: SchoolCalendar; readonly model: Model }

/** The clocks that run on an open referral, the one that is due first on top. */
export const clocksOf = (facts: StallFacts, { calendar, model }: Measures): Running[] =>
  stallClocks
    .flatMap((clock) => {
      const startedAt = running[clock](facts)
      if (startedAt === null) return []
      const { highNeed, pauses, tier } = facts
      return [
        {
          clock,
          ...dueAt(calendar, model.time_standards.body, { clock, startedAt, highNeed, pauses, tier }),
        },
      ]
    })
    .toSorted((one, other) => one.dueAt.getTime() - other.dueAt.getTime())

/** Those that have run out: the loop stalls, and somebody who can change it has to know [R087] [R088]. */
export const stallsAt = (clocks: readonly Running[], now: Date): Running[] =>
  clocks.filter(({ dueAt: due }) => due <= now)

/**
 * What stands in for a connection: an escalation that is open, or a plan and the day on which it is looked
 * at.
 */
export type Planned = {
  readonly hasEscalation: boolean
  /** YYYY-MM-DD; null where no escalation ended with a plan, or a later one with a connection. */
  readonly againOn: string | null
  /** When the last escalation ended with a connection; null where it did not, or none has ended. */
  readonly connectedAt: Date | null
}

/**
 * What stalls still on the day a plan is looked at again: its escalation had ended with that plan, so that
 * nobody would hear of it any more [R092].
 */
export const standsAgain = (
  stalls: readonly Running[],
  { hasEscalation, againOn }: Pick<Planned, 'hasEscalation' | 'againOn'>,
  today: string,
): readonly Running[] => (!hasEscalation && againOn !== null && againOn <= today ? stalls : [])

/**
 * Clocks that ran when an escalation ended with a connection, counted anew from there: a silence or a wait
 * that lasts as long once more is no connection, and whoever leads hears of it again [R092].
 */
export function runningAgain(facts: StallFacts & Planned, { calendar, model }: Measures): Running[] {
  const { connectedAt: startedAt, hasEscalation, highNeed, pauses, tier } = facts
  if (startedAt === null || hasEscalation) return []
  return clocksOf(facts, { calendar, model })
    .filter((each) => each.startedAt <= startedAt)
    .map(({ clock }) => ({
      clock,
      ...dueAt(calendar, model.time_standards.body, { clock, startedAt, highNeed, pauses, tier }),
    }))
    .toSorted((one, other) => one.dueAt.getTime() - other.dueAt.getTime())
}

/** When the next one runs out, or undefined when none will: that is when the referral is looked at again. */
export const nextLookAt = (clocks: readonly Running[], now: Date): Date | undefined =>
  clocks.find(({ dueAt: due }) => due > now)?.dueAt
