-- Plans to come back, and contacts after a crisis, are among what is looked at each night.
alter table lost_finding drop constraint lost_finding_record_type_check,
  add constraint lost_finding_record_type_check check (record_type in ('referral', 'support', 'incident', 'escalation', 'review',
    'task', 'concern', 'debrief', 'improvement', 'help', 'reassessment', 'return', 'follow_up'));
