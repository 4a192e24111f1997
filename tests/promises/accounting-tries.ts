import fc from 'fast-check'
import { cast } from '../riverside/cast.ts'
import { families } from '../riverside/families.ts'
import { thursday } from '../support/agency-story.ts'
import { coordinates, said } from '../support/case-review-story.ts'

export const visit = { kind: 'assessment', modality: 'in_person', place: 'Cedar Street' }

/** Yes to every question on which something of these tries crosses. */
export const allAsked = {
  ...coordinates,
  academic_observations: 'yes',
  school_alerts: 'yes',
  agency_alerts: 'yes',
} as const

type Try = {
  by: 'maya' | 'noor' | 'daniel' | 'joan' | 'grace'
  given: object
  /** Of the referral on the list of the case review, not of the one that is tried. */
  of?: 'review'
}

/** Acts that may let something cross, or stop it: who does each, and what it is given. */
export const tries: Readonly<Record<string, Try>> = {
  // In a crisis whoever treats is told, on the family's yes or in an emergency: each is tried.
  'crisis/tell-clinician': { by: 'daniel', given: { basis: 'consent' } },
  'crisis/tell-clinician in an emergency': { by: 'daniel', given: { basis: 'emergency' } },
  'referrals/send-referral': { by: 'maya', given: { caregiverPresent: 'yes' } },
  'handoffs/book-appointment': { by: 'maya', given: { ...visit, on: '2026-10-16', at: '16:30' } },
  'handoffs/rebook-appointment': {
    by: 'maya',
    given: { ...visit, on: '2026-10-16', at: '10:30', conflicts: [] },
  },
  'exceptions/record-exception': {
    by: 'maya',
    given: {
      studentId: families.mateo.id,
      basis: 'mandated_report',
      items: ['identity', 'what_was_observed'],
      recipientKind: 'child_protection',
      recipientName: 'Intake',
      recipientOffice: 'County',
      channel: 'phone',
      onDay: '2026-10-12',
      atTime: '11:00',
    },
  },
  'referrals/receive-referral': { by: 'noor', given: {} },
  'referrals/accept-referral': { by: 'noor', given: { clinicianId: cast.tomas.id, credential: 'LCSW' } },
  'referrals/decline-referral': { by: 'noor', given: { reason: 'capacity' } },
  'referrals/return-referral': { by: 'noor', given: { reason: 'capacity' } },
  'referrals/offer-times': {
    by: 'noor',
    given: { ...visit, first: { onDay: '2026-10-15', atTime: '16:30' } },
  },
  'referrals/schedule-visit': { by: 'noor', given: thursday },
  'referrals/post-status': { by: 'noor', given: { status: 'first_appointment_completed' } },
  'referrals/post-participation': { by: 'noor', given: { signal: 'attended', visitOn: '2026-10-13' } },
  'referrals/post-milestone': { by: 'noor', given: { milestone: 'plan_completed', reachedOn: '2026-10-13' } },
  'referrals/post-signal': { by: 'noor', given: { signal: 'call_today' } },
  'referrals/record-result': { by: 'noor', given: { result: 'cancelled_by_family' } },
  'referrals/request-further-referral': { by: 'noor', given: {} },
  'referrals/answer-one-month': { by: 'noor', given: { engaged: 'yes' } },
  'classroom/tell-observation': { by: 'joan', given: { observed: ['work_done'], seenOn: '2026-10-13' } },
  'classroom/log-school-visit': {
    by: 'maya',
    given: { purpose: 'observe_class', visitedOn: '2026-10-13' },
  },
  'alerts/send-to-agency': { by: 'daniel', given: { about: 'loss' } },
  'alerts/send-to-school': { by: 'noor', given: { about: 'loss' } },
  'wraparound/add-member': { by: 'grace', given: { side: 'agency' } },
  'reviews/mark-line': {
    by: 'grace',
    given: { ...said, barriersSaid: 'watched', visitSaid: 'not_confirmed' },
    of: 'review',
  },
  'referrals/disengage-referral': { by: 'noor', given: { reason: 'family_choice' } },
}

const scopes = Object.keys(allAsked)
/** One thing that is tried. */
export const step = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('consent/record-consent'), no: fc.constantFrom(...scopes) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('consent/revoke-consent'), no: fc.constant('') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('referrals/tracker-file'), no: fc.constant('') }) },
  { weight: 12, arbitrary: fc.record({ do: fc.constantFrom(...Object.keys(tries)), no: fc.constant('') }) },
)

type Way = [accepted: boolean, { do: string; no: string }[]]
const inTurn = (names: readonly string[]) => names.map((name) => ({ do: name, no: '' }))
/** In the order of the table; what the agency sent back is over. */
const whileTreated = Object.keys(tries).filter((name) => name !== 'referrals/return-referral')
/** Ways on which each is done once, whatever chance brings: accepted or not before, then what is tried. */
export const ways: readonly Way[] = [
  [true, inTurn(whileTreated)],
  // Where the school books no visit, the agency can.
  [true, inTurn(whileTreated.filter((name) => !name.startsWith('handoffs/')))],
  ...['receive', 'decline', 'return'].map((answer): Way => [false, inTurn([`referrals/${answer}-referral`])]),
]
