-- A live incident is what was written down in it, entry by entry. Nobody edits one, so nobody overwrites anybody. Somebody
-- always has it, and a timer always runs until it is closed.
create table crisis_entry (
  district_id uuid not null,
  id uuid not null,
  incident_id uuid not null,
  kind text not null check (kind in ('safety_done', 'role_named', 'rubric_run', 'response_called', 'response_result',
    'departure_explained', 'departure_reviewed', 'caregiver_told', 'caregiver_not_told', 'clinician_told', 'report_checked',
    'handed_over', 'step_skipped')),
  what text,
  how text,
  person_id uuid,
  words text,
  answers jsonb,
  standard_id uuid,
  about_id uuid,
  happened_at timestamptz not null,
  entered_at timestamptz not null,
  entered_by uuid,
  primary key (district_id, id),
  foreign key (district_id, incident_id) references crisis_incident (district_id, id),
  foreign key (district_id, person_id) references person (district_id, id),
  foreign key (district_id, standard_id) references standard (district_id, id),
  foreign key (district_id, about_id) references crisis_entry (district_id, id),
  foreign key (district_id, entered_by) references person (district_id, id),
  check (happened_at <= entered_at),
  check ((kind = 'rubric_run') = (answers is not null)),
  check (kind <> 'rubric_run' or standard_id is not null),
  check ((kind in ('response_result', 'departure_explained', 'departure_reviewed')) = (about_id is not null))
);
comment on table crisis_entry is 'One thing that was written down in an incident, with when it happened and when it was entered. Never edited.';
comment on column crisis_entry.district_id is 'Tenant.';
comment on column crisis_entry.id is 'UUIDv7 made by the application.';
comment on column crisis_entry.incident_id is 'The incident.';
comment on column crisis_entry.kind is 'What was written down.';
comment on column crisis_entry.what is 'A code: which action, role, level, response, result, topic, ground, place or step.';
comment on column crisis_entry.how is 'A second code: by which way a caregiver was told.';
comment on column crisis_entry.person_id is 'Who has a role, or who looks at a departure.';
comment on column crisis_entry.words is 'Who was reached or named, or why, in words, sealed.';
comment on column crisis_entry.answers is 'The answers of a run of the rubric, as codes.';
comment on column crisis_entry.standard_id is 'The version of the standard a run was by.';
comment on column crisis_entry.about_id is 'The entry it speaks of.';
comment on column crisis_entry.happened_at is 'When it happened.';
comment on column crisis_entry.entered_at is 'When it was written down.';
comment on column crisis_entry.entered_by is 'Who wrote it down.';
create index crisis_entry_by_incident on crisis_entry (district_id, incident_id, happened_at);
create index crisis_entry_by_reviewer on crisis_entry (district_id, person_id) where kind = 'departure_explained';
select house.wall('crisis_entry', 'school'), house.may('crisis_entry', 'add'), house.traced('crisis_entry', 'incident_id');
select house.sealed('crisis_entry', '{district_id,id,incident_id}', '{words}'),
  house.goes_with('crisis_incident', 'crisis_entry',
    't.incident_id in (select i.id from crisis_incident i where i.district_id = $1 and i.student_id = $2)', '{words}');

alter table crisis_incident
  add column owner_id uuid,
  add column check_due_at timestamptz,
  add column entered_at timestamptz,
  add column closed_at timestamptz,
  add foreign key (district_id, owner_id) references person (district_id, id);
comment on column crisis_incident.owner_id is 'Who has it now: whoever began it until a lead takes it.';
comment on column crisis_incident.check_due_at is 'When whoever has it is asked again; kept after it was closed.';
comment on column crisis_incident.entered_at is 'When the record was opened, which may be later than it began.';
comment on column crisis_incident.closed_at is 'When it was closed; null while it runs.';

-- Incidents that run are somebody's from here on. The owner passes the wall and the guard for this one statement.
alter table crisis_incident no force row level security;
alter table crisis_incident disable trigger leaves_a_trace;
update crisis_incident i set
  entered_at = i.started_at,
  check_due_at = now(),
  closed_at = case when i.state = 'closed' then now() end,
  owner_id = coalesce(
    (select a.person_id from crisis_alert a where a.district_id = i.district_id and a.incident_id = i.id
      order by a.acknowledged_at nulls last, a.position limit 1),
    i.opened_by);
alter table crisis_incident enable trigger leaves_a_trace;
alter table crisis_incident force row level security;
alter table crisis_incident alter column entered_at set not null,
  add constraint crisis_incident_is_somebodys check (state = 'closed' or (owner_id is not null and check_due_at is not null))
    not valid,
  add check ((state = 'closed') = (closed_at is not null));
create index crisis_incident_by_owner on crisis_incident (district_id, owner_id) where state <> 'closed';
