/**
 * The classes of what is held of students. Which column is of which class stands in `class-columns.ts`; a
 * column without one fails a promise. Why each class is held is said in `src/access/data-class-words.ts`; who
 * may know which is a standard of the district.
 */
export const dataClasses = [
  'identity',
  'background',
  'contact_details',
  'protected_contacts',
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
  'care_notices',
  'provider_notes',
  'family_needs',
] as const
export type DataClass = (typeof dataClasses)[number]

/** Whose record it is: the school's, or that of the agency that wrote it. */
export const recordOwners = ['district', 'provider'] as const
export type RecordOwner = (typeof recordOwners)[number]

/** The laws a record can stand under, the one that holds for the whole of it first. */
export const recordLaws = ['ferpa', 'hipaa', 'idea', 'section_504', 'part_2'] as const
export type RecordLaw = (typeof recordLaws)[number]

/**
 * Whose record each class is and under which laws. What an agency tells the school is an education record
 * from then on (34 CFR 99.3); what it writes for itself stays its health record (45 CFR 160.103). What
 * somebody needs because of a disability is of IDEA and Section 504 too (34 CFR 300.611, 104.36).
 */
export const recordTags: Readonly<Record<DataClass, { owner: RecordOwner; laws: readonly RecordLaw[] }>> = {
  ...(Object.fromEntries(dataClasses.map((name) => [name, { owner: 'district', laws: ['ferpa'] }])) as Record<
    DataClass,
    { owner: 'district'; laws: ['ferpa'] }
  >),
  background: { owner: 'district', laws: ['ferpa', 'idea', 'section_504'] },
  protected_care: { owner: 'district', laws: ['ferpa', 'part_2'] },
  provider_notes: { owner: 'provider', laws: ['hipaa', 'part_2'] },
}

/** Columns that only tell a row from others and say nothing of anybody. They need no class. */
export const rowMarks = ['district_id', 'id', 'version'] as const

/** Tables that hold nothing about a student, and why. */
export const tablesOfNobody: Readonly<Record<string, string>> = {
  absence: 'when staff are away, and who stands in; why is not kept',
  access_token: 'a machine of somebody on the staff',
  acknowledgement: 'what staff keep to',
  act_try: 'counts tries of people who sign in',
  agency_coordinator: 'who of the district coordinates with an agency',
  agreement: 'between the district and an agency',
  agreement_rule: 'of the register of rules',
  ask_count: 'counts requests from a network, without any of their words',
  assignment_school: 'where staff work',
  audit_seal: 'hashes over rows of the trail',
  change_request: 'what a standard is asked to say, which speaks of nobody',
  crisis_contact: 'whom anybody may call',
  case_sample: 'a sample of cases: its period and its seed',
  case_sample_stratum: 'which ids a sample was drawn from',
  care_notice_agreement: 'between the district and a law-enforcement agency',
  care_notice_designee: 'who at a school is told of notices',
  care_notice_sender: 'a desk of a law-enforcement agency',
  care_notice_signing_key: 'a public key of a desk',
  care_notice_told: 'who of the staff was told that a notice came',
  crisis_drill: 'a drill: nobody real is in it',
  crisis_drill_finding: 'what a drill showed: nobody real is in it',
  crisis_drill_part: 'who took part in a drill',
  staff_credential: 'a credential of somebody on the staff',
  staff_supervisor: 'who supervises somebody on the staff',
  supervision: 'that somebody on the staff was supervised',
  training_completion: 'which training somebody of the staff completed',
  training_requirement: 'what the district says of a training',
  training_session: 'how many students were at a session, and nobody by name',
  crisis_team_credit: 'what somebody on a crisis team learned',
  crisis_team_member: 'who stands on the crisis team of a school, and for whom',
  data_key: 'keys, sealed',
  lost_check: 'how many records were looked at, and how much was missing',
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
  modality_mix: 'how an agency sees families from a day on',
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
  school_scheduler: 'who at a school books visits',
  school_term: 'of the calendar',
  screening_cut_off: 'from how many points on a result is brought to triage',
  screening_instrument: 'an instrument, without its words',
  screening_load: 'counts of a file, and who took it in',
  screening_round: 'a school and some grades between two days',
  second_step_removal: 'that somebody on the staff lost what they sign in with',
  school_event_import: 'counts of a file, and who took it in',
  standard: 'a part of the model',
  standard_proposal: 'a part of the model that waits for signatures',
  standard_signature: 'an agency signed a part of the model',
  standing_revision: 'a count',
  text_stop: 'a mark of a phone that nobody can read back',
  triage_route: 'which role owns a queue',
  weekly_review: 'a meeting, with no word of anybody',
  weekly_review_person: 'who took part in a meeting',
  weekly_review_school: 'a school a meeting was about',
  working_hours: 'of the calendar',
}
