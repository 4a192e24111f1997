-- An incident that is none of this school’s crisis, or of nobody anybody could name, comes to an end as what it was, and never counts
-- as a crisis of a student. One that belongs to another school is opened there before the first school lets go.
alter table crisis_incident
  add column ended_as text check (ended_as in ('opened_by_mistake', 'never_identified', 'belongs_elsewhere')),
  add column from_incident_id uuid,
  add foreign key (district_id, from_incident_id) references crisis_incident (district_id, id),
  add constraint crisis_incident_ended_otherwise check (ended_as is null or (state = 'closed' and drill_id is null)),
  add constraint crisis_incident_of_nobody check (student_id is null or ended_as is null or ended_as = 'opened_by_mistake');
comment on column crisis_incident.ended_as is
  'How it ended where it was no crisis of a student of this school: a mistaken press, somebody nobody could name, or another school’s. Null where it was closed step by step, or runs.';
comment on column crisis_incident.from_incident_id is 'The incident of another school of the district that turned out to belong here.';
create unique index crisis_incident_passed_on on crisis_incident (district_id, from_incident_id) where from_incident_id is not null;

alter table crisis_entry
  drop constraint crisis_entry_kind_check,
  add constraint crisis_entry_kind_check check (kind in ('safety_done', 'role_named', 'rubric_run', 'response_called',
    'response_result', 'departure_explained', 'departure_reviewed', 'caregiver_told', 'caregiver_not_told', 'clinician_told',
    'report_checked', 'handed_over', 'step_skipped', 'danger_said', 'trained_asked', 'ending_said', 'ending_confirmed',
    'passed_on', 'came_from'));
