-- Risk rose while a loop was stalled: a crisis runs, and the escalation stays what it is. The two know of each other.
create table escalation_crisis (
  district_id uuid not null references district,
  escalation_id uuid not null,
  incident_id uuid not null,
  student_id uuid not null,
  said_by uuid not null,
  said_at timestamptz not null,
  primary key (district_id, escalation_id, incident_id),
  foreign key (district_id, escalation_id, student_id) references escalation (district_id, id, student_id),
  foreign key (district_id, incident_id) references crisis_incident (district_id, id),
  foreign key (district_id, said_by) references person (district_id, id)
);
comment on table escalation_crisis is 'From an escalation somebody said that risk has risen: the crisis that opened or ran. Never edited.';
comment on column escalation_crisis.district_id is 'Tenant.';
comment on column escalation_crisis.escalation_id is 'The escalation, which goes on.';
comment on column escalation_crisis.incident_id is 'The crisis.';
comment on column escalation_crisis.student_id is 'The student of the escalation.';
comment on column escalation_crisis.said_by is 'Who said so.';
comment on column escalation_crisis.said_at is 'When.';
create index escalation_crisis_by_incident on escalation_crisis (district_id, incident_id);
create index escalation_crisis_by_student on escalation_crisis (district_id, student_id);
select house.wall('escalation_crisis', 'school'), house.may('escalation_crisis', 'add'),
  house.traced('escalation_crisis', 'escalation_id');
