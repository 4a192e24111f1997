import { cast, type CastKey } from '../riverside/cast.ts'
import { partners } from '../riverside/places.ts'
import { crisisScenes, startsAnyway } from './own-ids-crisis.ts'
import { linkScenes } from './own-ids-links.ts'
import { reviewScenes } from './own-ids-reviews.ts'

/** What an act is given so that it gets as far as the ids it takes, beside what any field may hold. */
export type Scene = {
  act: string
  by?: CastKey
  /** Words of the scene's own; "=name" stands for an id of the story. */
  given: Record<string, unknown>
}

const visit = { kind: 'assessment', modality: 'in_person', place: '214 Cedar Street' }
const capacity = { reason: 'capacity', suggestedPartnerId: partners.northbank.id }
const deciding = {
  knownReferrals: '=referralId',
  tier: 2,
  reasonCategory: 'worry_and_sleep',
  entryCriterion: 'triage_decision',
}
const support = {
  focus: 'Asking for a break',
  ownerId: cast.daniel.id,
  startsOn: '2026-10-14',
  reviewOn: '2026-10-28',
  plannedEndOn: '2026-11-20',
}

const address = { email: 'ines@mail.example', checkedHow: 'official_id', because: 'name_changed' }
const told = { recipientName: 'Intake', recipientOffice: 'County', onDay: '2026-10-13', atTime: '08:15' }

/** Acts that take more ids than the one they are about. */
export const scenes: readonly Scene[] = [
  { act: 'people/update-caregiver', given: { authority: 'may_consent', language: 'es' } },
  { act: 'district/change-address', given: { ...address, personId: cast.ines.id } },
  { act: 'messages/set-caregiver-choice', given: { email: '', text: '' } },
  { act: 'messages/send-again', by: 'lucia', given: {} },
  { act: 'people/block-access', given: { personId: cast.ines.id } },
  {
    act: 'exceptions/record-exception',
    given: { ...told, basis: 'mandated_report', items: ['identity'], recipientKind: 'child_protection' },
  },
  { act: 'people/end-family-sign-in', given: { assignmentId: '=ofFamily' } },
  { act: 'people/end-opening', by: 'priya', given: {} },
  { act: 'people/review-opening', by: 'leila', given: {} },
  {
    act: 'records/record-request',
    by: 'leila',
    given: { askedByName: 'Carmen Delgado', about: 'All', receivedOn: '2026-10-12' },
  },
  { act: 'partnership/add-legal-rule', given: { ownerId: cast.yolanda.id, reviewOn: '2027-01-01' } },
  { act: 'directory/change-route', given: { kind: 'portal_queue', replacesId: '=routeId' } },
  {
    act: 'coordination/hand-over-work',
    by: 'ruth',
    given: { toId: cast.maya.id, concernsToId: cast.daniel.id, improvementsToId: cast.ruth.id },
  },
  { act: 'partnership/name-owner', given: { ownerId: cast.yolanda.id } },
  {
    act: 'consent/record-consent',
    given: {
      referralId: '=open',
      caregiverId: '=kayla',
      method: 'phone_witnessed',
      witness: 'Interpreter 4471',
      language: 'en',
      endsOn: '2027-06-30',
      answers: { referral_disclosure: 'yes' },
    },
  },
  {
    act: 'handoffs/answer-question',
    given: {
      referralId: '=open',
      caregiverId: '=kayla',
      scope: 'referral_disclosure',
      answer: 'yes',
      method: 'phone_witnessed',
      witness: 'Interpreter 4471',
      language: 'en',
      endsOn: '2027-06-30',
    },
  },
  { act: 'concerns/answer-question', by: 'joan', given: {} },
  { act: 'concerns/match-student', by: 'daniel', given: { concernId: '=asked' } },
  { act: 'concerns/acknowledge-concern', by: 'daniel', given: {} },
  { act: 'concerns/answer-review', by: 'daniel', given: {} },
  { act: 'concerns/ask-reporter', by: 'daniel', given: {} },
  { act: 'concerns/close-concern', by: 'daniel', given: {} },
  { act: 'concerns/open-retriage', by: 'daniel', given: {} },
  { act: 'concerns/screen-concern', by: 'daniel', given: {} },
  {
    act: 'concerns/decide-triage',
    by: 'daniel',
    given: { ...deciding, path: 'a', clinicianId: cast.helen.id, support },
  },
  {
    act: 'concerns/decide-triage',
    by: 'daniel',
    given: {
      ...deciding,
      path: 'b',
      navigatorId: cast.maya.id,
      overrideReason: 'Home is harder than school shows',
      reviewerId: cast.ines.id,
    },
  },
  {
    act: 'supports/review-support',
    by: 'daniel',
    given: { outcome: 'continue', nextReviewOn: '2026-11-10', clinicianId: cast.helen.id },
  },
  {
    act: 'supports/review-support',
    by: 'daniel',
    given: {
      outcome: 'step_up',
      whatChanged: 'Worse at home',
      exitCriterion: 'x',
      clinicianId: cast.helen.id,
    },
  },
  { act: 'referrals/take-offer', given: { referralId: '=offered' } },
  { act: 'referrals/answer-further-request', given: { referralId: '=offered', answer: 'not_needed' } },
  {
    act: 'referrals/accept-referral',
    given: { referralId: '=sent', clinicianId: cast.tomas.id, credential: 'LCSW' },
  },
  { act: 'referrals/decline-referral', given: { referralId: '=sent', ...capacity } },
  { act: 'referrals/return-referral', given: capacity },
  {
    act: 'referrals/schedule-visit',
    given: { ...visit, onDay: '2026-10-15', atTime: '10:30', replacesId: '=appointmentId' },
  },
  { act: 'referrals/record-result', given: { result: 'cancelled_by_family' } },
  { act: 'referrals/reassign-navigator', given: { navigatorId: cast.grace.id } },
  {
    act: 'referrals/redirect-referral',
    given: { referralId: '=sent', partnerId: partners.northbank.id, reason: 'capacity' },
  },
  { act: 'handoffs/choose-partner', given: { referralId: '=open' } },
  {
    act: 'handoffs/record-conversation',
    given: { referralId: '=open', caregiverId: '=kayla', mode: 'phone', language: 'en' },
  },
  {
    act: 'handoffs/log-contact',
    given: { referralId: '=open', caregiverId: '=kayla', mode: 'phone', language: 'en', result: 'reached' },
  },
  {
    act: 'handoffs/offer-support',
    given: {
      referralId: '=declined',
      supportAnswer: 'accepted',
      focus: 'Asking for a break',
      ownerId: cast.daniel.id,
      entryCriterion: 'triage_decision',
      reviewOn: '2026-10-28',
    },
  },
  { act: 'handoffs/resolve-barrier', given: { referralId: '=open', action: 'A pass', result: 'They come' } },
  { act: 'navigation/request-help', given: { referralId: '=open', kind: 'food', dueOn: '2026-10-28' } },
  { act: 'navigation/arrange-help', given: { arranged: 'The pantry at Alder Creek, Fridays' } },
  { act: 'navigation/end-help', given: { outcome: 'not_needed', result: 'They have what they need' } },
  {
    act: 'handoffs/book-appointment',
    given: { referralId: '=offered', ...visit, on: '2026-10-15', at: '16:30' },
  },
  {
    act: 'handoffs/log-reminder',
    given: { whom: 'student', channel: 'phone', language: 'en', answer: 'confirmed' },
  },
  { act: 'handoffs/rebook-appointment', given: { ...visit, on: '2026-10-15', at: '16:30' } },
  ...crisisScenes,
  { act: 'escalations/take-escalation', by: 'ruth', given: {} },
  { act: 'escalations/record-contact', by: 'ruth', given: { reached: 'no', barriers: [] } },
  { act: 'escalations/confirm-capacity', by: 'ruth', given: {} },
  {
    act: 'escalations/decide-escalation',
    by: 'ruth',
    given: { decision: 'other_agency', reason: 'capacity', againOn: '2026-10-20' },
  },
  { act: 'escalations/close-escalation', by: 'ruth', given: { ending: 'other_plan', againOn: '2026-10-20' } },
  ...reviewScenes,
  ...linkScenes,
]

/** An id that changes nothing when it is nobody's, and why. */
export const heededOnlyWhenKnown: Readonly<Record<string, string>> = {
  'handoffs/book-appointment offerId': 'the visit is booked, and no offer counts as taken',
  'handoffs/rebook-appointment offerId': 'the visit is booked, and no offer counts as taken',
  'concerns/decide-triage knownReferrals': 'what the new referral does not repeat is not looked at',
  'escalations/decide-escalation ownerId': 'only support at school has an owner',
  'escalations/decide-escalation urgentPartnerId': 'only an urgent option asks this one',
  ...startsAnyway,
  'access/create-token tokenId': 'the asker makes the id of the new token',
}
