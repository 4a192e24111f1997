import { type ReferralState, referralLifecycle } from './lifecycle.ts'
import type { Confirmation, Loop } from './loop.ts'
import type { VisitResult } from './visit.ts'

/** How a case is closed at school. A redirect and a withdrawal end a referral by acts of their own. */
export const endings = ['connected', 'alternative_plan', 'family_choice', 'moved'] as const
export type Ending = (typeof endings)[number]

/** The only three things a missing connection is put down to [R061]. */
export const attributions = ['family_choice', 'service_could_not_accept', 'intake_barrier'] as const
export type Attribution = (typeof attributions)[number]

/** Who can speak for a family, and how it was said. No reason is asked: a choice needs none [R038]. */
export const familyVoices = ['caregiver', 'student'] as const
export const familyChannels = ['phone', 'in_person', 'text', 'email', 'letter'] as const

export type Closing = {
  readonly ending: Ending
  readonly attributedTo: Attribution | undefined
  /** A code: a barrier, or why the service could not accept. */
  readonly reason: string | undefined
  readonly plan: string | undefined
  readonly exitCriterion: string | undefined
  readonly stepDown: string | undefined
  readonly askedBy: (typeof familyVoices)[number] | undefined
  readonly channel: (typeof familyChannels)[number] | undefined
  /** Where the family moved to, as it was said. */
  readonly destination: string | undefined
}

export type ClosingFacts = {
  readonly state: ReferralState
  readonly highNeed: boolean
  readonly loop: Loop
  /** The day the roster says the student left the district; null while enrolled. */
  readonly leftOn: string | null
  /** Endings the designated lead agreed to. */
  readonly signedOff: readonly Ending[]
  /** Codes in force: exit criteria of the tiers, barriers, reasons an agency cannot accept. */
  readonly exitCriteria: readonly string[]
  readonly barriers: readonly string[]
  readonly declineReasons: readonly string[]
}

const owedWords = {
  received_and_accepted: 'acceptance_missing',
  first_visit_held: 'first_visit_missing',
  school_knows_enough: 'feedback_missing',
} as const satisfies Record<Confirmation, string>

const needsPlan = (closing: Closing) => closing.ending === 'alternative_plan'
const connects = (closing: Closing) => closing.ending === 'connected'
const chosen = (closing: Closing) => closing.ending === 'family_choice'
const reasonsFor = (closing: Closing, facts: ClosingFacts) =>
  closing.attributedTo === 'intake_barrier'
    ? facts.barriers
    : closing.attributedTo === 'service_could_not_accept'
      ? facts.declineReasons
      : undefined

const rules = {
  already_ended: (_closing, { state }) => !referralLifecycle.allows(state, 'close'),
  exit_criterion_missing: (closing, facts) =>
    connects(closing) && !facts.exitCriteria.includes(closing.exitCriterion ?? ''),
  step_down_missing: (closing) => connects(closing) && closing.stepDown === undefined,
  plan_missing: (closing) => needsPlan(closing) && closing.plan === undefined,
  attribution_missing: (closing) => needsPlan(closing) && closing.attributedTo === undefined,
  reason_missing: (closing, facts) => {
    const known = needsPlan(closing) ? reasonsFor(closing, facts) : undefined
    return known !== undefined && !known.includes(closing.reason ?? '')
  },
  voice_missing: (closing) => chosen(closing) && closing.askedBy === undefined,
  channel_missing: (closing) => chosen(closing) && closing.channel === undefined,
  destination_missing: (closing, { leftOn }) =>
    closing.ending === 'moved' && leftOn === null && closing.destination === undefined,
  sign_off_missing: (closing, facts) =>
    facts.highNeed && !connects(closing) && !facts.signedOff.includes(closing.ending),
} satisfies Record<string, (closing: Closing, facts: ClosingFacts) => boolean>

export type ObstacleToClosing = keyof typeof rules | (typeof owedWords)[Confirmation]

/**
 * Everything that still stands between a case and this ending, in the order a person would clear it [R073]
 * [R158]. A connection needs all three confirmations; another plan needs the plan and what it is put down
 * to; a choice who said so and how; a move the roster's word or where to; a high-need case without a
 * connection needs the designated lead.
 */
export function obstaclesToClosing(closing: Closing, facts: ClosingFacts): ObstacleToClosing[] {
  const own = (Object.keys(rules) as (keyof typeof rules)[]).filter((name) => rules[name](closing, facts))
  if (!connects(closing) || own.includes('already_ended')) return own
  return [...facts.loop.owed.map((name) => owedWords[name]), ...own]
}

const cancelledBy = {
  family_choice: 'cancelled_by_family',
  service_could_not_accept: 'cancelled_by_provider',
  // What kept them apart was neither of them: the school, which plans otherwise, takes the visit off.
  intake_barrier: 'cancelled_by_school',
} as const satisfies Record<Attribution, VisitResult>

/**
 * What becomes of visits that were still to come: without a connection nobody goes to them, and it is put
 * down to what the missing connection is put down to. A connected student's visits go on, apart from the
 * referral, so nothing is said of them.
 */
export const visitsAfter = ({
  ending,
  attributedTo,
}: Pick<Closing, 'ending' | 'attributedTo'>): (typeof cancelledBy)[Attribution] | undefined =>
  ending === 'connected'
    ? undefined
    : cancelledBy[(ending === 'alternative_plan' ? attributedTo : undefined) ?? 'family_choice']
