import { catalog } from '#platform/words.ts'
import type { ReferralRecord } from './referral-record.ts'

/** Words of a referral's record, field by field [R028]. */
export const recordWords = catalog({
  en: {
    title: 'Everything on record',
    student: 'Student',
    school: 'School',
    tier: 'Tier',
    path: 'Path',
    reasonCategory: 'Reason',
    serviceSought: 'Service sought',
    modality: 'How',
    language: 'Language',
    accommodation: 'Accommodation needs',
    referrer: 'Raised by',
    triagedAt: 'Triage decided',
    navigator: 'Navigator',
    partner: 'Agency',
    highNeed: 'High need',
    consents: 'Consents it rests on',
    status: 'Status',
    nextAppointmentAt: 'Next appointment',
    next: 'Next action',
    outcome: 'Outcome',
  } satisfies Record<keyof ReferralRecord, string> & Record<'title', string>,
})

/** What stands behind a field. */
export const recordValueWords = catalog({
  en: {
    path_b: '(b), an agency in the community',
    tier: 'Tier {tier}',
    no_tier: 'No tier was decided',
    no_triage: 'Opened without triage',
    spoken: '{home} at home',
    spoken_unknown: 'Not known',
    caregiver: 'the caregiver speaks {language}',
    interpreter: 'interpreter needed',
    no_interpreter: 'no interpreter needed',
    nothing: 'Nothing is on record',
    by_agency: '{name}, at the agency that treats the student',
    by: '{name}. {source}.',
    no_partner: 'Not chosen yet',
    yes: 'Yes',
    no: 'No',
    no_consent: 'None',
    consent: '{scope}, since {since}, until {until}.',
    consent_ended: '{scope}. It has ended.',
    since: '{state} since {at}.',
    told: '{status} {at}',
    no_visit: 'None is booked',
    next: '{owner}, by {at}: {step}',
    no_next: 'Nothing is owed any more',
    open: 'Not ended',
    outcome: '{ending}, {at}.',
    because: 'Because of: {reason}.',
  },
})
