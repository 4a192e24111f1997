import type { Clock } from '#standards/contract.ts'
import type { ReferralState } from './lifecycle.ts'

/** The one thing owed on an open referral. What it is called on screen stands in words.ts. */
export const steps = [
  'make_handoff',
  'offer_school_support',
  'confirm_receipt',
  'answer_referral',
  'book_first_visit',
  'hold_visit',
  'record_result',
  'rebook_visit',
  'confirm_feedback',
  'ask_one_month',
  'close_loop',
  'choose_partner',
  'find_out_why',
  'contact_family',
  'settle_gate',
] as const
export type Step = (typeof steps)[number]
export type NextOwner = 'navigator' | 'partner' | 'lead'

/**
 * The dated facts the next step follows from. Nobody types a next step of this list; it is computed [R074].
 */
export type StepFacts = {
  state: ReferralState
  highNeed: boolean
  referredAt: Date
  sentAt: Date | null
  receivedAt: Date | null
  acceptedAt: Date | null
  firstSeenAt: Date | null
  engagedAt: Date | null
  /** The handoff's own due time; the same-day clock never moves [R042]. */
  handoffDueAt: Date
  /** The family declined to share: school support is offered instead [R150]. */
  declinedAt: Date | null
  /** The family answered that offer with yes or no: what remains is to close by its choice. */
  supportSettledAt: Date | null
  /** The consent for status feedback ended: the family is asked, and the partner owes nothing [R071]. */
  feedbackEndedAt: Date | null
  /**
   * Since when nothing may be sent to the agency [R029]. Only while it has not answered: care that began goes
   * on.
   */
  gateClosedAt: Date | null
  /** The open appointment that comes first. */
  nextAppointmentAt: Date | null
  /** When the family said that the time of an open appointment does not suit [R057]. */
  moveAskedAt: Date | null
  /** The latest missed or cancelled appointment that nothing replaced yet. */
  missedAt: Date | null
  /** When the state it is in was entered. */
  stateSince: Date
  feedbackConfirmed: boolean
}

export type NextStep = { step: Step; owner: NextOwner; dueAt: Date }

/**
 * While `from` gives a moment the step is owed: within the clock from there, or, without one, at that very
 * moment.
 */
type Rule = { step: Step; owner: NextOwner; clock: Clock | null; from: (facts: StepFacts) => Date | null }

const started = (facts: StepFacts): Date => facts.sentAt ?? facts.stateSince
const inState =
  (state: ReferralState, from: (facts: StepFacts) => Date | null) =>
  (facts: StepFacts): Date | null =>
    facts.state === state ? from(facts) : null

/** The family answered the offer that followed its no, and has not said yes to sending since. */
const settledAt = ({ declinedAt, supportSettledAt }: StepFacts): Date | null =>
  declinedAt !== null && supportSettledAt !== null && supportSettledAt >= declinedAt ? supportSettledAt : null

/** An agency accepted, and no meaningful visit was held yet. */
const underWay = ({ state }: StepFacts) => state === 'accepted' || state === 'scheduled'
const bookedAt = (facts: StepFacts) => (underWay(facts) ? facts.nextAppointmentAt : null)
const toMove = (facts: StepFacts) => (underWay(facts) ? facts.moveAskedAt : null)
const toRebook = (facts: StepFacts) => (underWay(facts) ? facts.missedAt : null)

/** Read from the top: the first rule that holds is the one thing owed. */
const rules: readonly Rule[] = [
  {
    step: 'close_loop',
    owner: 'navigator',
    clock: 'not_scheduled',
    from: inState('handoff_open', settledAt),
  },
  {
    step: 'offer_school_support',
    owner: 'navigator',
    clock: 'not_received',
    from: inState('handoff_open', (facts) => facts.declinedAt),
  },
  {
    step: 'make_handoff',
    owner: 'navigator',
    clock: null,
    from: inState('handoff_open', (facts) => facts.handoffDueAt),
  },
  {
    step: 'choose_partner',
    owner: 'navigator',
    clock: 'not_received',
    from: inState('not_accepted', (facts) => facts.stateSince),
  },
  { step: 'settle_gate', owner: 'navigator', clock: 'not_received', from: (facts) => facts.gateClosedAt },
  {
    step: 'contact_family',
    owner: 'navigator',
    clock: 'not_received',
    from: (facts) => facts.feedbackEndedAt,
  },
  { step: 'confirm_receipt', owner: 'partner', clock: 'not_received', from: inState('sent', started) },
  {
    step: 'answer_referral',
    owner: 'partner',
    clock: 'not_accepted',
    from: inState('received', (facts) => facts.receivedAt ?? started(facts)),
  },
  { step: 'rebook_visit', owner: 'navigator', clock: 'not_received', from: toMove },
  { step: 'hold_visit', owner: 'partner', clock: null, from: bookedAt },
  { step: 'rebook_visit', owner: 'navigator', clock: 'not_received', from: toRebook },
  {
    step: 'book_first_visit',
    owner: 'navigator',
    clock: 'not_scheduled',
    from: inState('accepted', (facts) => facts.acceptedAt ?? started(facts)),
  },
  {
    step: 'book_first_visit',
    owner: 'navigator',
    clock: 'not_scheduled',
    from: inState('scheduled', (facts) => facts.stateSince),
  },
  {
    step: 'find_out_why',
    owner: 'navigator',
    clock: 'not_received',
    from: inState('disengaged', (facts) => facts.stateSince),
  },
  {
    step: 'confirm_feedback',
    owner: 'navigator',
    clock: 'not_scheduled',
    from: inState('in_service', (facts) =>
      facts.feedbackConfirmed ? null : (facts.firstSeenAt ?? started(facts)),
    ),
  },
  {
    step: 'ask_one_month',
    owner: 'partner',
    clock: 'one_month',
    from: inState('in_service', (facts) =>
      facts.engagedAt === null ? (facts.firstSeenAt ?? started(facts)) : null,
    ),
  },
  {
    step: 'close_loop',
    owner: 'navigator',
    clock: 'not_scheduled',
    from: inState('in_service', (facts) => facts.engagedAt ?? started(facts)),
  },
]

/** What is owed, and the clock that runs on it. Without a clock it is due at the very moment it starts. */
export type Owed = Pick<NextStep, 'step' | 'owner'> & { clock: Clock | null; startedAt: Date }

/** What is owed now and by whom: the first rule that holds, read from the top. Null for an ended referral. */
export function owedOf(facts: StepFacts): Owed | null {
  for (const { step, owner, clock, from } of rules) {
    const startedAt = from(facts)
    if (startedAt !== null) return { step, owner, clock, startedAt }
  }
  return null
}
