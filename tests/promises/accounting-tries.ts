import fc from 'fast-check'
import { cast } from '../riverside/cast.ts'
import { families } from '../riverside/families.ts'
import { everything, thursday } from '../support/agency-story.ts'

export const visit = { kind: 'assessment', modality: 'in_person', place: 'Cedar Street' }

/** Acts that may let something cross, or stop it: who does each, and what it is given. */
export const tries: Record<string, { by: 'maya' | 'noor' | 'daniel'; given: object }> = {
  // In a crisis whoever treats is told, on the family's yes or in an emergency: each is tried.
  'crisis/tell-clinician': { by: 'daniel', given: { basis: 'consent' } },
  'crisis/tell-clinician in an emergency': { by: 'daniel', given: { basis: 'emergency' } },
  'referrals/send-referral': { by: 'maya', given: { caregiverPresent: 'yes' } },
  'handoffs/book-appointment': { by: 'maya', given: { ...visit, on: '2026-10-16', at: '16:30' } },
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
  'referrals/disengage-referral': { by: 'noor', given: { reason: 'family_choice' } },
}

const scopes = Object.keys(everything)
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
