import { type Classes, classedRecords } from './class-columns-of-records.ts'

/** The class of each column, table by table; of crossings, access and files in a list of their own. */
export const classedColumns: Readonly<Record<string, Classes>> = {
  student: {
    identity: `source_id local_id given_name family_name preferred_name born_on grade school_id left_on`,
    background: 'home_language disability neighborhood accommodation',
  },
  student_name: { identity: 'word student_id school_id' },
  student_name_pair: { identity: 'word later_word student_id' },
  enrolment: { identity: 'student_id school_id source_id is_primary starts_on ends_on ended_by_roster' },
  packet_name: { identity: 'partner_id word referral_id' },
  caregiver: {
    contact_details: 'source_id name phone email language interpreter contact_rule contact_hours person_id',
  },
  message_choice: {
    contact_details: `person_id caregiver_id email text digest with_time hours_from hours_until paused_until pause_reason
      changed_by changed_at`,
  },
  guardianship: {
    contact_details: 'student_id caregiver_id relationship authority authority_checked_on position ended_on',
  },
  concern: {
    concerns: `school_id student_id source reporter_id observed observed_on setting schoolwork health urgency
      state received_at due_at due_standard acknowledged_by acknowledged_at ended_at closed_reason
      queue_role asked_in retriage_of closed_by late_told_at`,
    contact_details: 'asked_by asked_by_contact',
    identity: 'about_name about_grade',
  },
  concern_question: { concerns: 'concern_id asked_by asked_at answer answered_by answered_at' },
  concern_screening: {
    triage: `concern_id student_id checklist_id checklist_version answers score indicated immediate
      screened_by screened_at`,
  },
  triage_decision: {
    triage: `concern_id student_id school_id checklist_id checklist_version answers score indicated chosen
      tier reason_category override_reason reviewer_id review_due_at review_answer review_note
      reviewed_at clinician_id replaces_id decided_by decided_at screening_id navigator_id high_risk`,
  },
  brief_support: {
    supports: `student_id school_id decision_id focus owner_id state starts_on planned_end_on review_on
      entry_criterion exit_criterion ended_at clinician_id high_risk_at`,
  },
  support_review: {
    supports: `support_id student_id outcome improving exit_criterion next_review_on clinician_id reviewed_by
      reviewed_at`,
  },
  tier_move: {
    supports: `student_id school_id from_tier to_tier exit_criterion entry_criterion tiers_id tiers_version
      decision_id support_id moved_by moved_at`,
  },
  agreed_measure: { supports: 'student_id measure baseline agreed_by agreed_at' },
  consent: {
    consent: `student_id partner_id referral_id kind grantor_kind caregiver_id grantor_name relationship
      authority method witness document_reference language interpreter purpose wording_version
      starts_at ends_on given_at recorded_by discloses tells_back agency_named school_named`,
    protected_care: 'grantor_age minor_rule_id minor_consented family_sees',
  },
  consent_answer: {
    consent: 'consent_id scope partner_id answer items student_id',
    protected_care: 'family_sees',
  },
  consent_document: { consent: 'consent_id student_id kind size bytes added_by added_at' },
  consent_request: {
    consent: `referral_id student_id partner_id caregiver_id way scopes link_id asked_by asked_at due_at beside_id
      beside_because`,
  },
  family_contact: { consent: 'student_id person_id named_by named_at' },
  consent_revocation: {
    consent: 'consent_id partner_id asked_by channel recorded_by revoked_at student_id',
    protected_care: 'family_sees',
  },
  consent_settlement: {
    consent: 'student_id referral_id partner_id scope consent_id because decided_by decided_at',
    protected_care: 'family_sees',
  },
  referral: {
    referrals: `number student_id school_id decision_id partner_id navigator_id state reason_category
      service_sought modality referred_at first_referred_at predecessor_id repeat_of_id high_need high_risk_at paused_through
      offered_at sent_at received_at accepted_at scheduled_at intake_completed_at first_seen_at
      engaged_at ended_at next_step next_due_at next_owner further_of_id state_since
      concern_received_at concern_due_at video_first_reason video_first_gap video_first_by
      video_first_at`,
    triage: 'tier',
  },
  class_time: {
    visits: `student_id school_id partner_id kind weekday from_at until_at lesson teacher_id agreed_by agreed_at ended_by
      ended_at`,
  },
  class_time_excuse: { visits: 'appointment_id student_id partner_id reason said_by said_at' },
  school_visit: {
    visits: 'student_id school_id referral_id partner_id consent_id purpose visited_on logged_by logged_at',
  },
  support_alert: {
    signals: `student_id school_id referral_id partner_id consent_id direction about sent_by sent_at rung answer_due_at
      acknowledged_by acknowledged_at`,
  },
  support_alert_told: { signals: 'alert_id person_id referral_id student_id rung told_at' },
  class_observation: {
    concerns: `student_id school_id referral_id partner_id consent_id observed seen_on told_by told_at`,
  },
  referral_ending: {
    referrals: `referral_id student_id partner_id ending attributed_to reason plan exit_criterion step_down
      signed_off_by ended_by ended_at asked_by channel destination left_on`,
  },
  referral_status: {
    referrals: `referral_id student_id partner_id status answer reason source happened_at entered_at entered_by
      suggested_partner_id`,
  },
  further_request: {
    referrals: `referral_id student_id partner_id requested_by requested_at
      due_at opened_referral_id answered_by answered_at answer`,
  },
  stop_notice: {
    referrals: `referral_id student_id partner_id because made_at due_at acknowledged_by acknowledged_at`,
  },
  school_feedback: { referrals: 'referral_id student_id partner_id sufficient confirmed_by confirmed_at' },
  closing_sign_off: { referrals: 'referral_id student_id ending signed_by signed_at' },
  handoff: {
    handoffs: `referral_id student_id navigator_id state opened_at due_at due_standard high_need_criteria
      first_attempt_at point_service_at point_intake_at point_information_at point_choices_at
      conversation_at conversation_mode caregiver_id conversation_language interpreter
      student_took_part student_absence_reason caregiver_present_at_send caregiver_absence_reason
      receipt_by receipt_at transport accompanied_by conflicts interpreter_booked logistics_at
      plan_language plan_delivery plan_given_at completed_at miss_reason exception_reason coverage
      transport_note bring_note questions_later support_offered_at support_answer exception_note
      ended_at`,
  },
  contact_attempt: {
    handoffs: `referral_id student_id caregiver_id mode language interpreter result next_attempt_at happened_at
      entered_at entered_by`,
  },
  correction: { handoffs: 'referral_id student_id field was became reason corrected_by corrected_at' },
  barrier: {
    handoffs: `referral_id student_id category opened_by opened_at action result resolved_by resolved_at
      appointment_id`,
  },
  appointment_reminder: {
    handoffs: 'appointment_id referral_id student_id partner_id due_at due_standard planned_at',
  },
  reminder_attempt: {
    handoffs: `reminder_id referral_id student_id reached caregiver_id channel language outcome reply source
      happened_at entered_at entered_by`,
  },
  packet: {
    packets: `referral_id student_id partner_id consent_id route_id content content_hash sent_by sent_at`,
  },
  appointment: {
    visits: `referral_id student_id partner_id kind starts_at minutes place modality private_space with_whom flexible
      late_reason booked_by booked_at result result_at result_by replaces_id move_asked_at`,
  },
  visit_offer: {
    visits: `referral_id student_id partner_id kind starts_at minutes modality place with_whom offered_by
      offered_at appointment_id`,
  },
  participation: { signals: 'referral_id student_id partner_id signal visit_on posted_by posted_at list_id' },
  treatment_milestone: {
    signals: 'referral_id student_id partner_id milestone reached_on posted_by posted_at',
  },
  safety_signal: {
    signals: `referral_id student_id partner_id signal posted_by posted_at acknowledged_by acknowledged_at
      list_id`,
  },
  clinical_responsibility: {
    clinical_responsibility: `student_id referral_id partner_id holder_name holder_credential holder_id plan_changer_name
      closer_id closer_name accepted_at accepted_by ended_at`,
  },
  crisis_incident: {
    crisis: `student_id school_id source decision_id place on_premises services_called state started_at
      opened_by concern_id owner_id check_due_at entered_at closed_at drill_id ended_as
      from_incident_id rights_incident_id known_by`,
  },
  crisis_entry: {
    crisis: `incident_id kind what how person_id words answers items standard_id about_id happened_at entered_at
      entered_by drill_id student_id`,
  },
  crisis_alert: { crisis: 'incident_id person_id position sent_at ack_due_at acknowledged_at drill_id' },
  ...classedRecords,
}
