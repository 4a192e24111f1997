import type { DataClass } from './classes.ts'

/** `of_nobody`: a column that says nothing about a student, in a table that otherwise does. */
export type Classes = Partial<Record<DataClass | 'of_nobody', string>>

/** The class of each column of what crossed, who looked, what was asked about records, and files. */
export const classedRecords: Readonly<Record<string, Classes>> = {
  consent_exception: {
    told_without_consent: `student_id school_id basis threat items recipient_kind recipient_name recipient_office channel
      report_reference family_sees disclosed_at disclosed_by recorded_at review_due_at incident_id entry_id
      reported_in_id`,
  },
  standard_breach: {
    referrals: `student_id school_id referral_id record_type record_id clock started_at due_at standard held_by person_id
      partner_id noticed_at`,
  },
  referral_pause: {
    referrals: `referral_id student_id school_id reason from_on through_on paused_by paused_at ended_on ended_by ended_at`,
  },
  lost_finding: {
    referrals: 'check_id record_type record_id referral_id student_id school_id lacks repaired',
  },
  escalation: {
    referrals: `referral_id student_id school_id cause high_need was_due_at state opened_at opened_by taken_by taken_at
      next_due_at closed_at closed_by ending`,
  },
  escalation_alert: { referrals: 'escalation_id student_id person_id position sent_at' },
  escalation_crisis: { crisis: 'escalation_id incident_id student_id said_by said_at' },
  escalation_entry: {
    referrals: `escalation_id student_id kind reached spoke_with acceptance next_opening_on decision opened_type opened_id
      again_on written_at written_by`,
    handoffs: 'barriers words',
  },
  incident_review: {
    crisis: `incident_id student_id school_id led_by by_another owner_id opened_at due_at late_told_at marks outcome learned
      nothing_to_improve written_by written_at`,
  },
  sampled_case: {
    crisis: `sample_id decision_id incident_id student_id school_id position took_part reviewer_id recorded marks reason
      reviewed_by reviewed_at`,
  },
  improvement: {
    crisis: `incident_id student_id school_id words owner_id due_on made_by made_at outcome ended_by ended_at`,
  },
  return_plan: {
    supports: `incident_id student_id school_id owner_id standard_id state opened_at due_at next_due_at late_told_at
      suicide_threat steps return_on meeting_at attendees supports next_visit check_ins if_risk_rises agreed_by agreed_at
      returned_on not_needed_because ended_by ended_at`,
  },
  return_sheet: { crisis: 'incident_id student_id school_id reader_id words contact_id given_by given_at' },
  follow_up: {
    supports: `incident_id student_id school_id whom owner_id made_at due_at outcome words ended_by ended_at`,
  },
  weekly_review_line: {
    referrals: `review_id referral_id student_id school_id position outcome decision deferred_because words marked_by marked_at`,
    visits: 'visit_said',
    handoffs: 'barriers_said',
    supports: 'measures_said',
  },
  case_review_part: {
    referrals: `review_id referral_id student_id partner_id consent_id week_on decision what done_by due_on told_by told_at
      other_consent_ids`,
  },
  wraparound_team: { referrals: 'student_id school_id formed_by formed_at ended_by ended_at' },
  wraparound_member: {
    referrals: `team_id student_id side role person_id referral_id partner_id consent_id caregiver_id joined_by joined_at
      left_by left_at`,
  },
  wraparound_step: {
    referrals:
      'team_id member_id student_id partner_id what due_on added_by added_at outcome ended_by ended_at',
  },
  support_strategy: { supports: 'support_id student_id school_id given_to words given_by given_at' },
  review_task: {
    referrals: `review_id referral_id student_id school_id what words owner_id due_on made_by made_at outcome finished_by
      finished_at`,
  },
  school_event: {
    concerns: `student_id kind source_id code starts_on ends_on taken_back replaced_at change_id import_id entered_by entered_at`,
  },
  reassessment: {
    concerns: `student_id school_id every_days next_on reason started_by started_at looked_by looked_at outcome ended_by
      ended_at`,
  },
  screening_opt_out: { concerns: 'student_id said_on recorded_by recorded_at ended_by ended_at' },
  screening_result: { concerns: 'round_id student_id school_id grade screened_on over concern_id load_id' },
  early_warning: { concerns: 'student_id school_id level evidence_on standard_version concern_id made_at' },
  handoff_rating: { handoffs: 'referral_id student_id clarity frustration rated_by rated_at' },
  practical_support: {
    handoffs: `referral_id student_id barrier_id kind need due_on asked_by asked_at arranged arranged_by arranged_at outcome
      happened_on result ended_by ended_at`,
  },
  family_profile: {
    family_needs: 'student_id school_id work_limits transport capacity siblings_shown kept_by kept_at',
  },
  family_need: {
    family_needs: 'student_id school_id kind owner_id due_on noted_by noted_at outcome ended_by ended_at',
  },
  outside_provider: {
    handoffs: `referral_id student_id provider_name provider_phone service way call_on named_by named_at outcome happened_on
      ended_by ended_at`,
  },
  outside_call: {
    handoffs: 'outside_id referral_id student_id asked learned happens_on next_on called_by called_at',
  },
  care_notice: {
    care_notices: `sender_id school_id receipt received_at standard_version answer_due_at expires_at backup_told_at acknowledged_by
      acknowledged_at student_id matched_by matched_at emptied_at`,
    identity: 'child_name born_on grade',
  },
  care_notice_step: { care_notices: 'notice_id student_id kind support concern_id taken_by taken_at' },
  care_notice_nonce: { care_notices: 'sender_id nonce key_id notice_id used_at' },
  care_notice_signal: { care_notices: 'notice_id person_id student_id named_by named_at' },
  stall_watch: { referrals: 'referral_id student_id revision next_at' },
  consent_exception_review: {
    told_without_consent: 'exception_id student_id finding note reviewed_by reviewed_at',
  },
  disclosure: {
    disclosures: `student_id referral_id partner_id consent_id direction items purpose at made_by made_as basis
      recipient_office`,
    told_without_consent: 'exception_id',
    protected_care: 'family_sees',
  },
  disclosure_reading: {
    disclosures: 'student_id referral_id partner_id consent_id kind items purpose at read_by read_as',
    protected_care: 'family_sees',
  },
  audit_event: {
    access_record: `at xact kind name person_id assignment_id role partner_id subject_type subject_id student_id
      student_ids detail`,
  },
  record_opening: { access_record: 'student_id person_id assignment_id reason words opened_at ends_at' },
  record_opening_end: { access_record: 'opening_id student_id opened_by ended_by ended_at' },
  record_opening_review: {
    access_record: 'opening_id student_id opened_by reviewed_by reviewed_at finding words',
  },
  family_link: {
    consent: `student_id caregiver_id person_id purpose referral_id partner_id scopes holds_until asked_by asked_at expires_at
      marks sent_at sent_by not_sent wrong_tries opened_at session_mark session_ends_at answered_at closed_at closed_because`,
  },
  guest_link: {
    referrals: `referral_id student_id partner_id person_id assignment_id asked_by asked_at expires_at marks sent_at sent_by not_sent
      code_mark code_ends_at code_tries codes_asked codes_since wrong_tries opened_at session_mark session_ends_at closed_at
      closed_because`,
  },
  family_sign_in: {
    access_record: 'assignment_id student_id person_id caregiver_id checked_how given_by given_at',
  },
  protected_contact: {
    protected_contacts: `student_id caregiver_id owner_id reason ends_on readers phone email contact_hours address neighborhood
      marked_by marked_at ended_because ended_by ended_at`,
  },
  access_block: {
    kept_away: `student_id person_id kind document_reference set_by set_at lifted_because lifted_by lifted_at
      confirmed_by confirmed_at`,
  },
  provider_note: {
    provider_notes: 'referral_id student_id partner_id governed_by words written_by written_at',
  },
  record_request: {
    record_requests: `student_id kind asked_by asked_by_name owner about received_on due_on recorded_by recorded_at`,
  },
  record_answer: { record_requests: 'request_id student_id answer note statement answered_by answered_at' },
  legal_hold: {
    record_requests: 'student_id reason placed_by placed_at lift_asked_by lift_asked_at lifted_by lifted_at',
  },
  record_removal_student: { record_requests: 'removal_id student_id removed_at' },
  roster_import: { roster: 'file_name file_hash format state summary made_by made_at applied_by applied_at' },
  roster_part: { roster: 'import_id position bytes' },
  assignment: {
    contact_details: 'student_id',
    of_nobody:
      'by_link covers_for employed_by employer ended_at ends_on partner_id person_id position role starts_on whole_district',
  },
}
