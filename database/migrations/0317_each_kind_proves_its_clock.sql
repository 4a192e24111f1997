-- Each kind of open record proves a clock of its own at night. Notices of law enforcement and what drills showed join what
-- is looked at, and high risk held by nobody clinical is found and named.
alter table lost_finding drop constraint lost_finding_record_type_check,
  add constraint lost_finding_record_type_check check (record_type in ('referral', 'support', 'incident', 'escalation', 'review',
    'task', 'concern', 'debrief', 'improvement', 'help', 'reassessment', 'return', 'follow_up', 'care_notice', 'drill_finding')),
  drop constraint lost_finding_lacks_check,
  add constraint lost_finding_lacks_check check (lacks in ('owner', 'next_action', 'clock', 'queue', 'clinician'));
