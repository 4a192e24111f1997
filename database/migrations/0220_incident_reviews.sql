-- What comes after an incident: somebody looks whether the standard was followed step by step, says what was learned, and gives
-- people something to improve. What the standard itself should say otherwise is asked of those who govern it.
create table incident_review (
  district_id uuid not null references district,
  id uuid not null,
  incident_id uuid not null,
  student_id uuid not null,
  school_id uuid not null,
  led_by uuid not null,
  by_another boolean not null,
  owner_id uuid not null,
  opened_at timestamptz not null,
  due_at timestamptz not null,
  late_told_at timestamptz,
  marks jsonb,
  outcome text,
  learned text,
  nothing_to_improve boolean not null default false,
  written_by uuid,
  written_at timestamptz,
  version int not null default 1,
  primary key (district_id, id),
  unique (district_id, incident_id),
  foreign key (district_id, incident_id) references crisis_incident (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, school_id) references school (district_id, id),
  foreign key (district_id, led_by) references person (district_id, id),
  foreign key (district_id, owner_id) references person (district_id, id),
  foreign key (district_id, written_by) references person (district_id, id),
  check ((written_at is null) = (written_by is null) and (written_at is null) = (marks is null)),
  check (written_at is null or (outcome is not null and learned is not null)),
  check (not by_another or written_by is distinct from led_by)
);
comment on table incident_review is 'What is owed after an incident: whether the standard was followed, what came of it, what was learned.';
comment on column incident_review.district_id is 'Tenant.';
comment on column incident_review.id is 'UUIDv7 made by the application.';
comment on column incident_review.incident_id is 'The incident.';
comment on column incident_review.student_id is 'The student.';
comment on column incident_review.school_id is 'The school whose staff reach the record.';
comment on column incident_review.led_by is 'Who had the incident when it was closed.';
comment on column incident_review.by_another is 'Whether the standard asked for somebody else than who led.';
comment on column incident_review.owner_id is 'Who owes it.';
comment on column incident_review.opened_at is 'When the incident was closed.';
comment on column incident_review.due_at is 'By when it is owed.';
comment on column incident_review.late_told_at is 'When it was told that it is late; null before.';
comment on column incident_review.marks is 'Each step of the standard: followed, not followed, or not documented. Null while it is owed.';
comment on column incident_review.outcome is 'What came of the incident, in words, sealed.';
comment on column incident_review.learned is 'What was learned, in words, sealed.';
comment on column incident_review.nothing_to_improve is 'That no improvement was found, said and not left out.';
comment on column incident_review.written_by is 'Who wrote it.';
comment on column incident_review.written_at is 'When.';
comment on column incident_review.version is 'Raised at each change; a stale change is refused.';
create index incident_review_by_student on incident_review (district_id, student_id);
create index incident_review_owed on incident_review (district_id, owner_id, due_at) where written_at is null;
create index incident_review_by_school on incident_review (district_id, school_id, opened_at);
select house.wall('incident_review', 'school'), house.may('incident_review', 'change'), house.traced('incident_review', 'incident_id');
select house.sealed('incident_review', '{district_id,id,student_id}', '{outcome,learned}'),
  house.goes_with('crisis_incident', 'incident_review', 't.student_id = $2', '{outcome,learned}');

create table improvement (
  district_id uuid not null references district,
  id uuid not null,
  incident_id uuid not null,
  student_id uuid not null,
  school_id uuid not null,
  words text not null,
  owner_id uuid not null,
  due_on date not null,
  made_by uuid not null,
  made_at timestamptz not null,
  outcome text check (outcome in ('done', 'not_needed', 'not_possible')),
  ended_by uuid,
  ended_at timestamptz,
  version int not null default 1,
  primary key (district_id, id),
  foreign key (district_id, incident_id) references incident_review (district_id, incident_id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, school_id) references school (district_id, id),
  foreign key (district_id, owner_id) references person (district_id, id),
  foreign key (district_id, made_by) references person (district_id, id),
  foreign key (district_id, ended_by) references person (district_id, id),
  check ((outcome is null) = (ended_at is null) and (ended_at is null) = (ended_by is null))
);
comment on table improvement is 'What somebody does better after an incident, by a day.';
comment on column improvement.district_id is 'Tenant.';
comment on column improvement.id is 'UUIDv7 made by the application.';
comment on column improvement.incident_id is 'The incident it was learned from.';
comment on column improvement.student_id is 'The student of the incident.';
comment on column improvement.school_id is 'The school whose staff reach the record.';
comment on column improvement.words is 'What is to be done, in words, sealed.';
comment on column improvement.owner_id is 'Who does it.';
comment on column improvement.due_on is 'By which day.';
comment on column improvement.made_by is 'Who wrote it down.';
comment on column improvement.made_at is 'When.';
comment on column improvement.outcome is 'How it ended; null while it is owed.';
comment on column improvement.ended_by is 'Who said so.';
comment on column improvement.ended_at is 'When.';
comment on column improvement.version is 'Raised at each change; a stale change is refused.';
create index improvement_by_incident on improvement (district_id, incident_id);
create index improvement_by_student on improvement (district_id, student_id);
create index improvement_owed on improvement (district_id, owner_id, due_on) where ended_at is null;
select house.wall('improvement', 'school'), house.may('improvement', 'change'), house.traced('improvement');
select house.sealed('improvement', '{district_id,id,student_id}', '{words}'),
  house.goes_with('crisis_incident', 'improvement', 't.student_id = $2', '{words}');

create table change_request (
  district_id uuid not null references district,
  id uuid not null,
  words text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  answer text check (answer in ('taken_up', 'stays_as_it_is')),
  reason text,
  answered_by uuid,
  answered_at timestamptz,
  version int not null default 1,
  primary key (district_id, id),
  foreign key (district_id, asked_by) references person (district_id, id),
  foreign key (district_id, answered_by) references person (district_id, id),
  check ((answer is null) = (answered_at is null) and (answered_at is null) = (answered_by is null)),
  check ((answer is null) = (reason is null))
);
comment on table change_request is 'What somebody asks the crisis standard to say otherwise. It speaks of the standard, and of nobody.';
comment on column change_request.district_id is 'Tenant.';
comment on column change_request.id is 'UUIDv7 made by the application.';
comment on column change_request.words is 'What it should say, in words.';
comment on column change_request.asked_by is 'Who asks.';
comment on column change_request.asked_at is 'When.';
comment on column change_request.answer is 'Taken up, or the standard stays as it is; null while it waits.';
comment on column change_request.reason is 'Why, in words.';
comment on column change_request.answered_by is 'Who answered for the district.';
comment on column change_request.answered_at is 'When.';
comment on column change_request.version is 'Raised at each change; a stale change is refused.';
create index change_request_by_day on change_request (district_id, answered_at, asked_at);
select house.wall('change_request', 'school'), house.may('change_request', 'change'), house.traced('change_request');

alter table lost_finding drop constraint lost_finding_record_type_check,
  add constraint lost_finding_record_type_check check (record_type in
    ('referral', 'support', 'incident', 'escalation', 'review', 'task', 'concern', 'debrief', 'improvement'));
