/**
 * The classes of what is held of students. Which column is of which class stands in `class-columns.ts`; a
 * column without one fails a promise. Why each class is held is said in `src/access/data-class-words.ts`; who
 * may know which is a standard of the district.
 */
export const dataClasses = [
  'identity',
  'background',
  'contact_details',
  'concerns',
  'triage',
  'supports',
  'consent',
  'protected_care',
  'referrals',
  'handoffs',
  'packets',
  'visits',
  'signals',
  'clinical_responsibility',
  'crisis',
  'told_without_consent',
  'disclosures',
  'access_record',
  'kept_away',
  'record_requests',
  'roster',
] as const
export type DataClass = (typeof dataClasses)[number]

/** Columns that only tell a row from others and say nothing of anybody. They need no class. */
export const rowMarks = ['district_id', 'id', 'version'] as const

/** Tables that hold nothing about a student, and why. */
export const tablesOfNobody: Readonly<Record<string, string>> = {
  access_token: 'a machine of somebody on the staff',
  acknowledgement: 'what staff keep to',
  act_try: 'counts tries of people who sign in',
  agreement: 'between the district and an agency',
  agreement_rule: 'of the register of rules',
  ask_count: 'counts requests from a network, without any of their words',
  assignment_school: 'where staff work',
  audit_seal: 'hashes over rows of the trail',
  crisis_contact: 'whom anybody may call',
  data_key: 'keys, sealed',
  district: 'the district itself',
  district_key: 'keys, sealed',
  district_revision: 'a count',
  idempotent_reply: 'ids and numbers an act answered, kept 72 hours',
  intake_route: 'where an agency takes referrals',
  legal_rule: 'of the register of rules',
  legal_rule_review: 'of the register of rules',
  legal_sign_off: 'of an agency',
  message: 'ids and codes of what left the house: no words and no address',
  message_try: 'codes of mail servers and gateways',
  migration: 'of the installation',
  minor_consent_rule: 'a rule of a state',
  notice: 'an id and a code: what it is about is read where it stands, by whoever may',
  onboarding_step: 'of an agency',
  partner: 'an agency',
  partner_service: 'what an agency offers',
  person: 'who signs in, and where staff are reached at work',
  privacy_terms: 'what staff keep to',
  record_removal: 'a class of records, and who said that it goes',
  referral_counter: 'a count',
  retention_rule: 'a schedule of the district',
  roster_progress: 'a count',
  school: 'a school',
  school_closure: 'of the calendar',
  school_term: 'of the calendar',
  standard: 'a part of the model',
  standing_revision: 'a count',
  text_stop: 'a mark of a phone that nobody can read back',
  triage_route: 'which role owns a queue',
  weekly_review: 'a meeting, with no word of anybody',
  weekly_review_person: 'who took part in a meeting',
  weekly_review_school: 'a school a meeting was about',
  working_hours: 'of the calendar',
}
