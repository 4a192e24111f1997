/** Which records each side may be shown, as docs/who-sees-what.md lists them. */

/** Wall 4: what an agency may be shown where it is named. Referrals have a rule of their own. */
export const agencyTables: ReadonlySet<string> = new Set([
  'consent',
  'consent_answer', // "their answers"
  'consent_revocation', // "and revocations"
  'consent_settlement', // "whose answer counts where two caregivers differ"
  'disclosure',
  'disclosure_reading', // "readings of what crossed"
  'packet',
  'packet_name', // "the names in them"
  'referral_status', // "statuses"
  'referral_ending', // "endings"; closing_sign_off is the school's agreement to one, and not named
  'school_feedback', // "feedback"
  'safety_signal', // "signals"
  'participation',
  'treatment_milestone', // "how far treatment is"
  'appointment', // "visits"; "no reminder": neither appointment_reminder nor reminder_attempt
  'visit_offer', // "offers of times"
  'further_request',
  'stop_notice',
  'case_review_part', // "what a case review told it"
  'wraparound_member', // "the teams it is on"
  'wraparound_step',
  'class_time', // "times of class that were agreed with it"
  'class_time_excuse', // "why a visit of its own lies in one"
  'class_observation', // "what a teacher told it"
  'support_alert', // "alerts between it and the school"
  'clinical_responsibility',
])

/** Walls 3 and 4: what an agency writes for itself. */
export const ownOfAgencies: ReadonlySet<string> = new Set(['provider_note'])

/** Wall 5: what of the student a family may be shown, where the record says so. */
export const familyTables: ReadonlySet<string> = new Set([
  'consent',
  'consent_answer', // "the answers"
  'consent_revocation', // "and revocations of these"
  'consent_settlement', // "whose answer counts"
  'disclosure',
  'disclosure_reading', // "readings of what crossed"
])

/** Reach: "students ... and concerns, referrals, supports and incidents". */
export const reachTables: ReadonlySet<string> = new Set([
  'student',
  'concern',
  'referral',
  'brief_support', // "supports"
  'crisis_incident', // "incidents"
])
