-- Who was trained for what. A district requires a training, in versions that are never edited; a completion holds for the months
-- that the version of its day gives. What a training opens is closed to whoever has none that holds: running the rubric, deciding
-- in triage, reading records of students. Where a district requires none, nothing is closed.
create table training_requirement (
  district_id uuid not null references district,
  id uuid not null,
  topic text not null check (topic in ('rubric', 'triage', 'records')),
  version int not null check (version > 0),
  lines text[] not null check (cardinality(lines) between 1 and 20),
  valid_months int not null check (valid_months between 1 and 60),
  required boolean not null,
  sample boolean not null,
  in_force_from timestamptz not null,
  published_by uuid not null,
  published_at timestamptz not null,
  primary key (district_id, id),
  unique (district_id, topic, version),
  unique (district_id, id, topic),
  foreign key (district_id, published_by) references person (district_id, id)
);
comment on table training_requirement is 'One version of a training a district requires, or required no longer. Never edited.';
comment on column training_requirement.district_id is 'Tenant.';
comment on column training_requirement.id is 'UUIDv7 made by the application.';
comment on column training_requirement.topic is 'What it is for: to run the rubric, to decide in triage, or to read records of students.';
comment on column training_requirement.version is 'Counts up from 1 for the topic.';
comment on column training_requirement.lines is 'What the training covers, one sentence each.';
comment on column training_requirement.valid_months is 'Months a completion holds that is recorded under this version.';
comment on column training_requirement.required is 'Whether what it is for is closed to whoever has not completed it.';
comment on column training_requirement.sample is 'Its sentences ship with Throughline and are not approved for use.';
comment on column training_requirement.in_force_from is 'From when it holds, until the next version does.';
comment on column training_requirement.published_by is 'Who published it.';
comment on column training_requirement.published_at is 'When.';
select house.wall('training_requirement', 'school'), house.may('training_requirement', 'add'), house.traced('training_requirement');

create table training_completion (
  district_id uuid not null references district,
  id uuid not null,
  person_id uuid not null,
  topic text not null,
  requirement_id uuid not null,
  trained_on date not null,
  valid_until date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  taken_back_by uuid,
  taken_back_at timestamptz,
  version int not null default 1,
  primary key (district_id, id),
  foreign key (district_id, person_id) references person (district_id, id),
  foreign key (district_id, requirement_id, topic) references training_requirement (district_id, id, topic),
  foreign key (district_id, recorded_by) references person (district_id, id),
  foreign key (district_id, taken_back_by) references person (district_id, id),
  check (valid_until > trained_on),
  check (person_id <> recorded_by),
  check ((taken_back_at is null) = (taken_back_by is null))
);
comment on table training_completion is 'Somebody of the staff completed a training. What was written down wrongly is taken back, and stays.';
comment on column training_completion.district_id is 'Tenant.';
comment on column training_completion.id is 'UUIDv7 made by the application.';
comment on column training_completion.person_id is 'Who was trained.';
comment on column training_completion.topic is 'For what.';
comment on column training_completion.requirement_id is 'The version it was recorded under.';
comment on column training_completion.trained_on is 'The day of the training.';
comment on column training_completion.valid_until is 'The last day it holds, by the months its version gives.';
comment on column training_completion.recorded_by is 'Who recorded it: never the person themselves.';
comment on column training_completion.recorded_at is 'When.';
comment on column training_completion.taken_back_by is 'Who said that it was written down wrongly.';
comment on column training_completion.taken_back_at is 'When.';
comment on column training_completion.version is 'Raised at each change; a stale change is refused.';
create index training_completion_by_person on training_completion (district_id, person_id, topic, valid_until)
  where taken_back_at is null;
select house.wall('training_completion', 'school'), house.may('training_completion', 'change'), house.traced('training_completion');

create table training_session (
  district_id uuid not null references district,
  id uuid not null,
  school_id uuid not null,
  grade text not null,
  topic text not null check (topic in ('asking_for_help', 'in_a_crisis')),
  held_on date not null,
  invited int not null check (invited between 1 and 5000),
  present int not null check (present >= 0),
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  taken_back_by uuid,
  taken_back_at timestamptz,
  version int not null default 1,
  primary key (district_id, id),
  foreign key (district_id, school_id) references school (district_id, id),
  foreign key (district_id, recorded_by) references person (district_id, id),
  foreign key (district_id, taken_back_by) references person (district_id, id),
  check (present <= invited),
  check ((taken_back_at is null) = (taken_back_by is null))
);
comment on table training_session is 'Students of a grade learned to use the tools for help and for a crisis. Counts alone: no student is named.';
comment on column training_session.district_id is 'Tenant.';
comment on column training_session.id is 'UUIDv7 made by the application.';
comment on column training_session.school_id is 'The school.';
comment on column training_session.grade is 'The grade, as the roster names it.';
comment on column training_session.topic is 'What it was about: how to ask for help, or what to do in a crisis.';
comment on column training_session.held_on is 'The day.';
comment on column training_session.invited is 'How many students were to be there.';
comment on column training_session.present is 'How many were.';
comment on column training_session.recorded_by is 'Who recorded it.';
comment on column training_session.recorded_at is 'When.';
comment on column training_session.taken_back_by is 'Who said that it was written down wrongly.';
comment on column training_session.taken_back_at is 'When.';
comment on column training_session.version is 'Raised at each change; a stale change is refused.';
create index training_session_by_school on training_session (district_id, school_id, held_on desc) where taken_back_at is null;
select house.wall('training_session', 'school'), house.may('training_session', 'change'), house.traced('training_session');
