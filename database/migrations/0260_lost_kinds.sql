-- Practical help and whoever is looked at again on a rhythm are open records like any other: they too are proven to have an owner.
alter table lost_finding drop constraint lost_finding_record_type_check,
  add constraint lost_finding_record_type_check check (record_type in ('referral', 'support', 'incident', 'escalation', 'review',
    'task', 'concern', 'debrief', 'improvement', 'help', 'reassessment'));
