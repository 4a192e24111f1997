import { keep, tenantTables } from './keep.ts'

/** Facts: each row was true when it was written and stays. What a person corrects later is a new row. */
const facts = [
  'agreed_measure',
  'appointment_reminder',
  'audit_event',
  'audit_seal',
  'closing_sign_off',
  'concern_screening',
  'consent',
  'consent_answer',
  'consent_exception',
  'consent_exception_review',
  'consent_document',
  'consent_revocation',
  'consent_settlement',
  'contact_attempt',
  'correction',
  'crisis_entry',
  'data_key',
  'disclosure',
  'disclosure_reading',
  'early_warning',
  'school_event_import',
  'escalation_alert',
  'escalation_entry',
  'weekly_review_person',
  'weekly_review_school',
  'district_key',
  'onboarding_step',
  'acknowledgement',
  'family_sign_in',
  'privacy_terms',
  'packet',
  'packet_name',
  'participation',
  'record_opening',
  'record_opening_end',
  'record_opening_review',
  'agreement_rule',
  'legal_rule',
  'legal_rule_review',
  'lost_check',
  'lost_finding',
  'retention_rule',
  'record_answer',
  'record_removal_student',
  'record_request',
  'referral_ending',
  'referral_status',
  'reminder_attempt',
  'message_try',
  'text_stop',
  'school_feedback',
  'standard',
  'standard_breach',
  'standard_proposal',
  'standard_signature',
  'support_review',
  'tier_move',
]
const named = facts.map((name) => `'${name}'`).join(', ')
const roles = `select oid, rolname from pg_roles where rolname like 'throughline\\_%' and rolcanlogin`

keep('Facts are only added', [
  {
    says: 'no role can change or remove a fact, not even one column of it',
    breaches: `select relname || ' by ' || rolname from (${tenantTables}) t, (${roles}) r where relname in (${named})
      and (has_any_column_privilege(r.oid, t.oid, 'update') or has_table_privilege(r.oid, t.oid, 'delete'))`,
    defect: 'grant update (detail) on audit_event to throughline_app',
    found: 'audit_event by throughline_app',
  },
  {
    says: 'no role can empty a table, put a trigger on it, or point at it from a table of its own',
    breaches: `select relname || ' by ' || rolname from (${tenantTables}) t, (${roles}) r
      where has_table_privilege(r.oid, t.oid, 'truncate, trigger, references')`,
    defect: 'grant truncate on student to throughline_app',
    found: 'student by throughline_app',
  },
  {
    says: 'a table the app can only add to is on the list of facts',
    breaches: `select relname from (${tenantTables}) t where relname not in (${named})
      and has_table_privilege('throughline_app', t.oid, 'insert')
      and not has_any_column_privilege('throughline_app', t.oid, 'update')`,
    defect: 'revoke update on student from throughline_app',
    found: 'student',
  },
])
