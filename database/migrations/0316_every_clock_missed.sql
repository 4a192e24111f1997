-- What was due and was not done is kept for every clock of the model, and not for the loop of a referral alone: what record it
-- was, when it was due, under which version, and who was holding it.
alter table standard_breach
  alter column student_id drop not null,
  alter column school_id drop not null,
  alter column referral_id drop not null,
  add column record_type text not null default 'referral' check (record_type in
    ('referral', 'concern', 'consent', 'incident', 'incident_review', 'return_plan', 'partner')),
  add column record_id uuid;
comment on column standard_breach.record_type is 'What kind of record the clock ran on.';
comment on column standard_breach.record_id is 'The record the clock ran on; null where that is the referral.';
alter table standard_breach drop constraint standard_breach_clock_check,
  drop constraint standard_breach_held_by_check;
alter table standard_breach add constraint standard_breach_clock_check check (clock in
    ('high_need_intake', 'not_received', 'not_accepted', 'not_scheduled', 'not_seen', 'silent', 'warm_handoff', 'assessment',
      'one_month', 'triage', 'weekly_review', 'consent_ending', 'crisis_acknowledgement', 'caregiver_told', 'incident_review',
      'return_plan', 'directory_check', 'progress_meeting', 'agreement_renewal')),
  add constraint standard_breach_held_by_check check (held_by in ('navigator', 'partner', 'lead', 'owner', 'queue')),
  add constraint standard_breach_record_check check ((record_id is null) = (record_type = 'referral')
    and (record_type <> 'referral' or referral_id is not null)),
  add constraint standard_breach_once unique (district_id, record_id, clock, started_at);
create index standard_breach_by_student on standard_breach (district_id, student_id);
