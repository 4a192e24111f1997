import type { Cause, Decision, Ending, Entry, Escalation } from './escalation.ts'

/** The three things that are written down before an escalation is resolved [R090]. */
export const needed = ['family', 'capacity', 'decision'] as const
export type Needed = (typeof needed)[number]

/** Which of the three are still missing, in the order they are worked through. */
export const missingOf = (entries: readonly Pick<Entry, 'kind'>[]): Needed[] =>
  needed.filter((kind) => entries.every((entry) => entry.kind !== kind))

type DecidingFacts = {
  readonly closed: boolean
  readonly entries: readonly Pick<Entry, 'kind'>[]
  readonly decision: Decision
  readonly againOn: string
  readonly today: string
  /** The last day on which it may be looked at again. */
  readonly latest: string
  /** The referral has ended: it can neither go on nor be passed to another agency. */
  readonly referralEnded: boolean
}

const deciding = {
  closed_already: ({ closed }) => closed,
  family_not_contacted: ({ entries }) => missingOf(entries).includes('family'),
  capacity_not_confirmed: ({ entries }) => missingOf(entries).includes('capacity'),
  again_in_the_past: ({ againOn, today }) => againOn <= today,
  again_too_far: ({ againOn, latest }) => againOn > latest,
  referral_has_ended: ({ decision, referralEnded }) => referralEnded && decision !== 'school_support',
} satisfies Record<string, (facts: DecidingFacts) => boolean>
export type ObstacleToDeciding = keyof typeof deciding

/** Every reason why nothing can be decided yet, in the order a person would clear them [R090]. */
export const obstaclesToDeciding = (facts: DecidingFacts): ObstacleToDeciding[] =>
  (Object.keys(deciding) as ObstacleToDeciding[]).filter((name) => deciding[name](facts))

/** What one referral of a chain says of whether the student came into care there. */
export type SeenThere = {
  /** When the first meaningful visit was held. */
  readonly seenAt: Date | null
  /** The latest visit the student attended, or word of the agency that does not say the opposite. */
  readonly inCareAt: Date | null
}

/** Whether a student came into care, or why that cannot be said: never seen, or not since it stalled. */
export const connections = ['connected', 'never_seen', 'nothing_since'] as const
export type Connection = (typeof connections)[number]

/** Nobody had seen the student when one of these ran out: whatever first visit is held ends it. */
const beforeAnyVisit: readonly Cause[] = ['high_need_intake', 'not_received', 'not_accepted', 'not_seen']

/**
 * Whether the student is in care by what happened since the escalation opened: a first visit where there was
 * none, else a visit attended or a word of the agency after it. What lies before says nothing of a loop that
 * has stalled since [R092].
 */
export function connectionOf(
  { cause, openedAt }: Pick<Escalation, 'cause' | 'openedAt'>,
  chain: readonly SeenThere[],
): Connection {
  const seen = chain.filter(({ seenAt }) => seenAt !== null)
  if (seen.length === 0) return 'never_seen'
  const since = seen.some(({ seenAt, inCareAt }) =>
    [seenAt, inCareAt].some((at) => at !== null && at > openedAt),
  )
  return since || beforeAnyVisit.includes(cause) ? 'connected' : 'nothing_since'
}

/** By when the next thing is owed once risk has risen: as before, or as a decision from now if sooner. */
export const dueOnceRisen = ({ nextDueAt }: Pick<Escalation, 'nextDueAt'>, decisionDueAt: Date): Date =>
  decisionDueAt < nextDueAt ? decisionDueAt : nextDueAt

type ClosingFacts = {
  readonly closed: boolean
  /** A crisis that was started from it is not closed yet. */
  readonly crisisRuns: boolean
  /** Whether it stands at a decision: the lifecycle knows no other way to its end. */
  readonly decided: boolean
  readonly entries: readonly Pick<Entry, 'kind'>[]
  readonly ending: Ending
  readonly connection: Connection
  readonly plan: string | undefined
  readonly againOn: string | undefined
  readonly today: string
  readonly latest: string
}

const closing = {
  closed_already: ({ closed }) => closed,
  crisis_runs: ({ crisisRuns }) => crisisRuns,
  family_not_contacted: ({ entries }) => missingOf(entries).includes('family'),
  capacity_not_confirmed: ({ entries }) => missingOf(entries).includes('capacity'),
  nothing_decided: ({ decided, entries }) => !decided || missingOf(entries).includes('decision'),
  not_connected: ({ ending, connection }) => ending === 'connected' && connection === 'never_seen',
  nothing_since: ({ ending, connection }) => ending === 'connected' && connection === 'nothing_since',
  plan_missing: ({ ending, plan }) => ending === 'other_plan' && plan === undefined,
  again_missing: ({ ending, againOn, today }) =>
    ending === 'other_plan' && (againOn === undefined || againOn <= today),
  again_too_far: ({ ending, againOn, latest }) =>
    ending === 'other_plan' && againOn !== undefined && againOn > latest,
} satisfies Record<string, (facts: ClosingFacts) => boolean>
export type ObstacleToClosing = keyof typeof closing

/**
 * Every reason why it stays open: it ends with a confirmed connection or a clear other plan, and with nothing
 * else [R092].
 */
export const obstaclesToClosing = (facts: ClosingFacts): ObstacleToClosing[] =>
  (Object.keys(closing) as ObstacleToClosing[]).filter((name) => closing[name](facts))
