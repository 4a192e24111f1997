-- Who outside the school hears of a student in a crisis stands in the one ledger, by the entry that says they were told. What
-- rests on no consent is an exception like any other: somebody else looks at it. The threat is written once for an incident.
alter table crisis_entry
  add column items text[],
  drop constraint crisis_entry_kind_check,
  add constraint crisis_entry_kind_check check (kind in ('safety_done', 'role_named', 'rubric_run', 'response_called',
    'response_result', 'departure_explained', 'departure_reviewed', 'caregiver_told', 'caregiver_not_told', 'clinician_told',
    'report_checked', 'handed_over', 'step_skipped', 'danger_said')),
  add check (items is null or kind in ('response_called', 'clinician_told', 'handed_over')),
  add check (kind <> 'danger_said' or words is not null);
comment on column crisis_entry.items is 'What somebody outside the school was told by it, from a closed list; empty where nothing said who it is about.';

alter table consent_exception
  add column incident_id uuid,
  add column entry_id uuid,
  add foreign key (district_id, incident_id) references crisis_incident (district_id, id),
  add foreign key (district_id, entry_id) references crisis_entry (district_id, id),
  add unique (district_id, student_id, entry_id),
  add check ((incident_id is null) = (entry_id is null));
comment on column consent_exception.incident_id is 'The incident it was told in, which says the threat; null where it was written down by itself.';
comment on column consent_exception.entry_id is 'The entry of the incident by which it was told.';

-- The threat of one that was told in an incident stands in the incident.
do $$
declare
  ruled text;
begin
  select c.conname into strict ruled from pg_constraint c
    where c.conrelid = 'consent_exception'::regclass and c.contype = 'c'
      and pg_get_constraintdef(c.oid) like '%threat IS NOT NULL%';
  execute format('alter table consent_exception drop constraint %I', ruled);
end $$;
alter table consent_exception
  add constraint consent_exception_says_why check (case basis when 'mandated_report' then num_nonnulls(threat, incident_id) = 0
    else num_nonnulls(threat, incident_id) = 1 end);
