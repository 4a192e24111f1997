-- Universal screening: a school asks all students of some grades the same few questions. Of one student it is kept that they
-- took part, and whether the result was at or over the cut-off; answers and points are not kept.
create table screening_instrument (
  district_id uuid not null references district,
  id uuid not null,
  url text not null,
  edition text not null,
  title text not null,
  sample boolean not null,
  items jsonb not null,
  file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  imported_by uuid not null,
  imported_at timestamptz not null,
  primary key (district_id, id),
  unique (district_id, url, edition),
  foreign key (district_id, imported_by) references person (district_id, id)
);
comment on table screening_instrument is 'An instrument the district brought, as a FHIR Questionnaire: what scoring needs of it, and none of its wording.';
comment on column screening_instrument.district_id is 'Tenant.';
comment on column screening_instrument.id is 'UUIDv7 made by the application.';
comment on column screening_instrument.url is 'Its canonical address.';
comment on column screening_instrument.edition is 'The version its publisher gave it.';
comment on column screening_instrument.title is 'What it is called.';
comment on column screening_instrument.sample is 'It says of itself that it is experimental: closed to a school that is live.';
comment on column screening_instrument.items is 'Its questions in order: how a file names each, and the points of each answer.';
comment on column screening_instrument.file_hash is 'SHA-256 of the file, in hex.';
comment on column screening_instrument.imported_by is 'Who brought it.';
comment on column screening_instrument.imported_at is 'When.';
select house.wall('screening_instrument', 'school'), house.may('screening_instrument', 'add'), house.traced('screening_instrument');

create table screening_cut_off (
  district_id uuid not null references district,
  id uuid not null,
  instrument_id uuid not null,
  number int not null check (number > 0),
  points int not null check (points > 0),
  decision text not null,
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (district_id, id),
  unique (district_id, instrument_id, number),
  foreign key (district_id, instrument_id) references screening_instrument (district_id, id),
  foreign key (district_id, set_by) references person (district_id, id)
);
comment on table screening_cut_off is 'From how many points on a result is brought to triage: a version, which stands until the next one.';
comment on column screening_cut_off.district_id is 'Tenant.';
comment on column screening_cut_off.id is 'UUIDv7 made by the application.';
comment on column screening_cut_off.instrument_id is 'The instrument.';
comment on column screening_cut_off.number is 'The number of this version, counted from one.';
comment on column screening_cut_off.points is 'At so many points or more.';
comment on column screening_cut_off.decision is 'Where it was decided, and why.';
comment on column screening_cut_off.set_by is 'Who set it.';
comment on column screening_cut_off.set_at is 'Since when it is in force.';
select house.wall('screening_cut_off', 'school'), house.may('screening_cut_off', 'add'), house.traced('screening_cut_off');

create table screening_round (
  district_id uuid not null references district,
  id uuid not null,
  school_id uuid not null,
  instrument_id uuid not null,
  cut_off_id uuid not null,
  grades text[] not null check (cardinality(grades) > 0),
  opens_on date not null,
  closes_on date not null,
  opened_by uuid not null,
  opened_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, school_id) references school (district_id, id),
  foreign key (district_id, instrument_id) references screening_instrument (district_id, id),
  foreign key (district_id, cut_off_id) references screening_cut_off (district_id, id),
  foreign key (district_id, opened_by) references person (district_id, id),
  check (closes_on >= opens_on)
);
comment on table screening_round is 'A school screens all students of some grades between two days.';
comment on column screening_round.district_id is 'Tenant.';
comment on column screening_round.id is 'UUIDv7 made by the application.';
comment on column screening_round.school_id is 'The school.';
comment on column screening_round.instrument_id is 'The instrument.';
comment on column screening_round.cut_off_id is 'The version of the cut-off the whole round is measured by.';
comment on column screening_round.grades is 'The grades it is for.';
comment on column screening_round.opens_on is 'The first day.';
comment on column screening_round.closes_on is 'The last day.';
comment on column screening_round.opened_by is 'Who opened it.';
comment on column screening_round.opened_at is 'When.';
create index screening_round_of_school on screening_round (district_id, school_id, opens_on desc);
select house.wall('screening_round', 'school'), house.may('screening_round', 'add'), house.traced('screening_round');

create table screening_load (
  district_id uuid not null references district,
  id uuid not null,
  round_id uuid not null,
  file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  added int not null check (added >= 0),
  known int not null check (known >= 0),
  raised int not null check (raised >= 0),
  loaded_by uuid not null,
  loaded_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, round_id) references screening_round (district_id, id),
  foreign key (district_id, loaded_by) references person (district_id, id)
);
comment on table screening_load is 'A file of answers that was scored.';
comment on column screening_load.district_id is 'Tenant.';
comment on column screening_load.id is 'UUIDv7 made by the application.';
comment on column screening_load.round_id is 'The round.';
comment on column screening_load.file_hash is 'SHA-256 of its bytes, in hex.';
comment on column screening_load.added is 'Students who were new.';
comment on column screening_load.known is 'Students who had a result of this round already, which stays.';
comment on column screening_load.raised is 'Concerns it raised.';
comment on column screening_load.loaded_by is 'Who brought it.';
comment on column screening_load.loaded_at is 'When.';
create index screening_load_of_round on screening_load (district_id, round_id, loaded_at desc);
select house.wall('screening_load', 'school'), house.may('screening_load', 'add'), house.traced('screening_load');

create table screening_result (
  district_id uuid not null references district,
  id uuid not null,
  round_id uuid not null,
  student_id uuid not null,
  school_id uuid not null,
  grade text not null,
  screened_on date not null,
  over boolean not null,
  concern_id uuid,
  load_id uuid not null,
  primary key (district_id, id),
  unique (district_id, round_id, student_id),
  foreign key (district_id, round_id) references screening_round (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, school_id) references school (district_id, id),
  foreign key (district_id, concern_id) references concern (district_id, id),
  foreign key (district_id, load_id) references screening_load (district_id, id) deferrable initially deferred,
  check (over = (concern_id is not null))
);
comment on table screening_result is 'A student took part in a round. What they answered, and how many points that was, is not kept.';
comment on column screening_result.district_id is 'Tenant.';
comment on column screening_result.id is 'UUIDv7 made by the application.';
comment on column screening_result.round_id is 'The round.';
comment on column screening_result.student_id is 'The student.';
comment on column screening_result.school_id is 'The school.';
comment on column screening_result.grade is 'The grade they were in.';
comment on column screening_result.screened_on is 'The day.';
comment on column screening_result.over is 'At the cut-off or over it.';
comment on column screening_result.concern_id is 'The concern it was brought to.';
comment on column screening_result.load_id is 'The file that said so.';
create index screening_result_of_student on screening_result (district_id, student_id, screened_on desc);
create index screening_result_by_concern on screening_result (district_id, concern_id);
select house.wall('screening_result', 'school'), house.may('screening_result', 'add'), house.traced('screening_result', 'load_id'),
  house.goes_with('concern', 'screening_result', 't.student_id = $2', '{}');

create table screening_opt_out (
  district_id uuid not null references district,
  id uuid not null,
  student_id uuid not null,
  said_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  version int not null default 1,
  primary key (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, recorded_by) references person (district_id, id),
  foreign key (district_id, ended_by) references person (district_id, id),
  check ((ended_at is null) = (ended_by is null))
);
comment on table screening_opt_out is 'A family does not want a student screened. Why is nobody asked.';
comment on column screening_opt_out.district_id is 'Tenant.';
comment on column screening_opt_out.id is 'UUIDv7 made by the application.';
comment on column screening_opt_out.student_id is 'The student.';
comment on column screening_opt_out.said_on is 'The day the family said so.';
comment on column screening_opt_out.recorded_by is 'Who wrote it down.';
comment on column screening_opt_out.recorded_at is 'When.';
comment on column screening_opt_out.ended_by is 'Who wrote down that the family changed its mind.';
comment on column screening_opt_out.ended_at is 'When; null while it stands.';
comment on column screening_opt_out.version is 'Raised at each change; a stale change is refused.';
create unique index screening_opt_out_once on screening_opt_out (district_id, student_id) where ended_at is null;
select house.wall('screening_opt_out', 'school'), house.may('screening_opt_out', 'change'), house.traced('screening_opt_out');
