import type { SchoolCalendar } from '#district/contract.ts'
import { dueAt, type Clock, type Model } from '#standards/contract.ts'
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
] as const
export type Step = (typeof steps)[number]
export type NextOwner = 'navigator' | 'partner' | 'lead'

/** The dated facts the next step follows from. Nobody types a next step of this list; it is computed [R074]. */
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
  /** The consent for status feedback ended: the family is asked, and nothing is expected of the partner [R071]. */
  feedbackEndedAt: Date | null
  /** The open appointment that comes first. */
  nextAppointmentAt: Date | null
  /** The latest missed or cancelled appointment that nothing replaced yet. */
  missedAt: Date | null
  /** When the state it is in was entered. */
  enteredAt: Date
  feedbackConfirmed: boolean
}

export type NextStep = { step: Step; owner: NextOwner; dueAt: Date }

type Rule = { step: Step; owner: NextOwner; when: boolean; due: () => Date }

/**
 * What is owed now, by whom and until when: the first rule that holds, read from the top.
 * @param calendar the district's, for limits in school days
 * @param model the standards in force now; what was stored with an earlier version stays as it was
 * @returns null when the referral has ended
 */
export function nextStepOf(facts: StepFacts, { calendar, model }: { calendar: SchoolCalendar; model: Model }): NextStep | null {
  const by = (clock: Clock, startedAt: Date) => () =>
    dueAt(calendar, model.time_standards.body, { clock, startedAt, highNeed: facts.highNeed }).dueAt
  const { state } = facts
  const started = facts.sentAt ?? facts.enteredAt
  const declined = state === 'handoff_open' && facts.declinedAt !== null
  const settled = declined && facts.supportSettledAt !== null && facts.supportSettledAt >= (facts.declinedAt ?? started)
  const booked = facts.nextAppointmentAt !== null
  const underWay = state === 'accepted' || state === 'scheduled'
  const rules: Rule[] = [
    { step: 'close_loop', owner: 'navigator', when: settled, due: by('not_scheduled', facts.supportSettledAt ?? started) },
    { step: 'offer_school_support', owner: 'navigator', when: declined, due: by('not_received', facts.declinedAt ?? started) },
    { step: 'make_handoff', owner: 'navigator', when: state === 'handoff_open', due: () => facts.handoffDueAt },
    { step: 'choose_partner', owner: 'navigator', when: state === 'not_accepted', due: by('not_received', facts.enteredAt) },
    { step: 'contact_family', owner: 'navigator', when: facts.feedbackEndedAt !== null, due: by('not_received', facts.feedbackEndedAt ?? started) },
    { step: 'confirm_receipt', owner: 'partner', when: state === 'sent', due: by('not_received', started) },
    { step: 'answer_referral', owner: 'partner', when: state === 'received', due: by('not_accepted', facts.receivedAt ?? started) },
    { step: 'book_first_visit', owner: 'navigator', when: state === 'accepted' && !booked && facts.missedAt === null, due: by('not_scheduled', facts.acceptedAt ?? started) },
    { step: 'rebook_visit', owner: 'navigator', when: underWay && facts.missedAt !== null && !booked, due: by('not_received', facts.missedAt ?? started) },
    { step: 'hold_visit', owner: 'partner', when: underWay && booked, due: () => facts.nextAppointmentAt as Date },
    { step: 'book_first_visit', owner: 'navigator', when: state === 'scheduled', due: by('not_scheduled', facts.enteredAt) },
    { step: 'find_out_why', owner: 'navigator', when: state === 'disengaged', due: by('not_received', facts.enteredAt) },
    { step: 'confirm_feedback', owner: 'navigator', when: state === 'in_service' && !facts.feedbackConfirmed, due: by('not_scheduled', facts.firstSeenAt ?? started) },
    { step: 'ask_one_month', owner: 'partner', when: state === 'in_service' && facts.engagedAt === null, due: by('one_month', facts.firstSeenAt ?? started) },
    { step: 'close_loop', owner: 'navigator', when: state === 'in_service', due: by('not_scheduled', facts.engagedAt ?? started) },
  ]
  const owed = rules.find((rule) => rule.when)
  return owed === undefined ? null : { step: owed.step, owner: owed.owner, dueAt: owed.due() }
}
