import type { Role } from '#access/roles.ts'
import type { Class } from './columns.ts'

/**
 * Who may read the words of each class, of students they reach. Written from docs/who-sees-what.md and from
 * what a district wants of each role, and never from the code. Where a role knows that there is something
 * and not what it says, it does not stand here.
 */
const triage = ['counselor', 'psychologist', 'social_worker', 'nurse'] as const
const leads = ['student_support_head', 'designated_lead', 'crisis_lead'] as const
const care = [...triage, ...leads, 'navigator', 'care_coordinator'] as const
/** Who answers for the record itself, and for what was done with it. */
const record = ['privacy_officer', 'student_support_head', 'designated_lead'] as const
const agency = ['partner_intake', 'clinician'] as const
const family = ['caregiver', 'student'] as const

export const mayReadWords: Readonly<Record<Class, readonly Role[]>> = {
  // Teachers and principals name whom they worry about; who keeps roster or record knows of whom it is.
  identity: [
    ...care,
    'teacher',
    'principal',
    'district_head',
    'privacy_officer',
    'roster_manager',
    ...family,
  ],
  background: [...care, 'roster_manager'],
  contact_details: [...care, 'roster_manager'],
  // Whom the marker named, of these; nobody else, whatever their role.
  protected_contacts: ['navigator', 'privacy_officer'],
  // The head of student support has the triage queue of the school before them.
  concerns: [...triage, 'student_support_head'],
  triage: [...triage, 'student_support_head'],
  supports: care,
  consent: [...care, 'privacy_officer'],
  referrals: care,
  handoffs: care,
  packets: [...care, ...agency],
  visits: [...care, ...agency, ...family],
  // Of their own agency, and that alone: nobody of the school or a family, whatever their role.
  provider_notes: ['clinician'],
  clinical_responsibility: [...care, ...agency],
  crisis: [...triage, ...leads, 'principal'],
  told_without_consent: [...leads, 'privacy_officer', 'district_head'],
  disclosures: [...care, 'privacy_officer', 'caregiver'],
  access_record: ['privacy_officer', 'district_head', 'designated_lead'],
  kept_away: ['privacy_officer', 'student_support_head', 'principal'],
  record_requests: [...record, 'district_head'],
}

/**
 * Beside a class, single places. The head of the district stands in where nobody takes a stalled loop: then
 * they decide by what was written of it. Nothing else of a handoff is theirs to read.
 */
export const mayReadPlace: Readonly<Record<string, readonly Role[]>> = {
  'escalation_entry.words': ['district_head'],
  // Whoever teaches the student reads what helps in class; whoever made the plan wrote it.
  'return_sheet.words': ['teacher', 'navigator', 'care_coordinator'],
  // Whoever reviews what a crisis told others reads the danger they were told of: an entry of the incident.
  'crisis_entry.words': ['privacy_officer', 'district_head'],
  // Whoever protects a contact chooses whose it is.
  'caregiver.name': ['privacy_officer'],
  // Whoever cares for the student sees that they are looked at again on a rhythm, and why.
  'reassessment.reason': care,
  'weekly_review_line.words': ['district_head', 'student_support_head'],
  'review_task.words': ['district_head', 'student_support_head'],
}

/** The file of the record, made when a family asks for it, holds what the school wrote of the student. */
export const inTheFile: readonly Class[] = ['concerns', 'supports']
export const makesTheFile: readonly Role[] = record

/** Who reviews a report for a child's protection: beside them, whoever made it knows that there is one. */
export const reviewsReports: readonly Role[] = [
  'privacy_officer',
  'district_head',
  'designated_lead',
  'crisis_lead',
]

/** Columns whose words nobody is shown, and why there are some all the same. */
export const shownToNobody: Readonly<Record<string, string>> = {
  'enrolment.source_id': 'finds the enrolment in the next file of the student system',
  'caregiver.source_id': 'finds the caregiver in the next file of the student system',
  'person.email': 'of a caregiver whom a court protects: they sign in with it, and nobody reads it',
}
