/** Settings and calendars of the district, and the agencies that take referrals: every side reads these. */
export const openToEverybody = [
  'crisis_contact',
  // Keys open nothing without the one above them, and that is in no database.
  'data_key',
  'district',
  'district_key',
  'partner',
  'partner_service',
  'privacy_terms',
  'school',
  'school_closure',
  'school_term',
  'standard',
  'standard_proposal',
  'standing_revision',
  'triage_route',
  'working_hours',
]
/** What one agency knows of itself, and of the students referred to it. */
export const ofTheAgency = [
  'agreement',
  'assignment',
  'intake_route',
  'legal_sign_off',
  'onboarding_step',
  'person',
  'appointment',
  'case_review_part',
  'class_observation',
  'class_time',
  'class_time_excuse',
  'clinical_responsibility',
  'consent',
  'consent_answer',
  'consent_revocation',
  'consent_settlement',
  'disclosure',
  'disclosure_reading',
  'further_request',
  'packet',
  'packet_name',
  'participation',
  'referral',
  'referral_ending',
  'referral_status',
  'safety_signal',
  'school_feedback',
  'standard_signature',
  'stop_notice',
  'support_alert',
  'treatment_milestone',
  'visit_offer',
  'wraparound_member',
  'wraparound_step',
]
/** What clinicians of one agency read beside that: what they wrote for themselves. Nobody else does. */
export const ofClinicians = ['provider_note']
/** What every family reads before it says yes: what was agreed with an agency. It is about nobody. */
export const ofEveryFamily = ['agreement']
/** What one family knows of its child. */
export const ofTheFamily = ['student']
/** What the record itself says a family reads; of the trail, that somebody at school opened the page. */
export const asItSays = [
  'audit_event',
  'consent',
  'consent_answer',
  'consent_revocation',
  'consent_settlement',
  'disclosure',
  'disclosure_reading',
]
/** What a person outside the schools reads because it is theirs. */
export const ofOneself = ['acknowledgement', 'assignment', 'message_choice', 'notice', 'person']
/** What the public page reads: settings. It counts requests and reads none. */
export const ofThePublicPage = ['ask_count']
/** Read by the sealer alone. */
export const closedToTheApp = ['audit_seal']
