-- An alert between school and agency that nobody has is open work: the nightly look finds one that is lost.
alter table lost_finding drop constraint lost_finding_record_type_check,
  add constraint lost_finding_record_type_check check (record_type in ('referral', 'support', 'incident', 'escalation', 'review',
    'task', 'concern', 'debrief', 'improvement', 'help', 'need', 'outside', 'support_alert', 'reassessment', 'return', 'follow_up',
    'care_notice', 'drill_finding'));
