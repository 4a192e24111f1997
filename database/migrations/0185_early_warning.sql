-- Early warning: days missed, incidents of behavior and exclusions, as the student system says or somebody enters them. What
-- crosses a limit of the district raises a concern by itself, once.
create table school_event_import (
  district_id uuid not null references district,
  id uuid not null,
  kind text not null check (kind in ('absence', 'incident', 'exclusion')),
  file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  added int not null check (added >= 0),
  changed int not null check (changed >= 0),
  same int not null check (same >= 0),
  unknown int not null check (unknown >= 0),
  raised int not null check (raised >= 0),
  ignored text[] not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, made_by) references person (district_id, id)
);
comment on table school_event_import is 'A file of days missed, incidents or exclusions that was taken in.';
comment on column school_event_import.district_id is 'Tenant.';
comment on column school_event_import.id is 'UUIDv7 made by the application.';
comment on column school_event_import.kind is 'What its lines are.';
comment on column school_event_import.file_hash is 'SHA-256 of its bytes, in hex.';
comment on column school_event_import.added is 'Lines that were new.';
comment on column school_event_import.changed is 'Lines that said something else than before.';
comment on column school_event_import.same is 'Lines that changed nothing.';
comment on column school_event_import.unknown is 'Lines about students nobody knows here, which were left alone.';
comment on column school_event_import.raised is 'Concerns it raised.';
comment on column school_event_import.ignored is 'Names of columns nobody reads.';
comment on column school_event_import.made_by is 'Who took it in.';
comment on column school_event_import.made_at is 'When.';
create index school_event_import_latest on school_event_import (district_id, made_at desc);
select house.wall('school_event_import', 'school'), house.may('school_event_import', 'add'), house.traced('school_event_import');

create table school_event (
  district_id uuid not null references district,
  id uuid not null,
  student_id uuid not null,
  kind text not null check (kind in ('absence', 'incident', 'exclusion')),
  source_id text not null,
  code text not null,
  starts_on date not null,
  ends_on date,
  taken_back boolean not null default false,
  import_id uuid,
  entered_by uuid not null,
  entered_at timestamptz not null,
  primary key (district_id, id),
  unique (district_id, kind, source_id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, import_id) references school_event_import (district_id, id) deferrable initially deferred,
  foreign key (district_id, entered_by) references person (district_id, id),
  check (ends_on is null or ends_on >= starts_on),
  check (kind = 'exclusion' or ends_on is null)
);
comment on table school_event is 'A day missed, an incident of behavior or an exclusion: dates and codes, no story.';
comment on column school_event.district_id is 'Tenant.';
comment on column school_event.id is 'UUIDv7 made by the application.';
comment on column school_event.student_id is 'The student.';
comment on column school_event.kind is 'A day missed, an incident, or an exclusion.';
comment on column school_event.source_id is 'What it is called where it came from, so that a file taken in again changes nothing.';
comment on column school_event.code is 'How much of the day, what kind of incident, which exclusion.';
comment on column school_event.starts_on is 'The day, or the first one.';
comment on column school_event.ends_on is 'The last day of an exclusion, when it is known.';
comment on column school_event.taken_back is 'Said to have been wrong: it counts no more.';
comment on column school_event.import_id is 'The file that said so last; null when somebody entered it.';
comment on column school_event.entered_by is 'Who entered it, or took the file in.';
comment on column school_event.entered_at is 'When.';
create index school_event_of_student on school_event (district_id, student_id, kind, starts_on) where not taken_back;
select house.wall('school_event', 'school'), house.may('school_event', 'change'),
  house.goes_with('concern', 'school_event', 't.student_id = $2', '{code}', 'source_id = t.id::text, taken_back = true');
create constraint trigger leaves_a_trace after insert or update or delete on school_event
  deferrable initially deferred for each row execute function house.leaves_a_trace('import_id', 'id');

create table early_warning (
  district_id uuid not null references district,
  id uuid not null,
  student_id uuid not null,
  school_id uuid not null,
  level text not null check (level in ('absences', 'chronic_absence', 'incidents')),
  evidence_on date[] not null,
  standard_version int not null,
  concern_id uuid not null,
  made_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, school_id) references school (district_id, id),
  foreign key (district_id, concern_id) references concern (district_id, id)
);
comment on table early_warning is 'A limit a student crossed, and the concern it was brought to.';
comment on column early_warning.district_id is 'Tenant.';
comment on column early_warning.id is 'UUIDv7 made by the application.';
comment on column early_warning.student_id is 'The student.';
comment on column early_warning.school_id is 'The school whose triage staff read it.';
comment on column early_warning.level is 'Which limit.';
comment on column early_warning.evidence_on is 'The days it rests on, oldest first.';
comment on column early_warning.standard_version is 'The version of the limits by which it was crossed.';
comment on column early_warning.concern_id is 'The concern that was raised, or was open already.';
comment on column early_warning.made_at is 'When.';
create index early_warning_of_student on early_warning (district_id, student_id, made_at desc);
create index early_warning_by_concern on early_warning (district_id, concern_id);
select house.wall('early_warning', 'school'), house.may('early_warning', 'add'), house.traced('early_warning', 'concern_id'),
  house.goes_with('concern', 'early_warning', 't.student_id = $2', '{}', $sql$evidence_on = '{}'$sql$);

-- The limits are a standard of the district. Districts that are there begin with the sample that ships. The owner passes the
-- wall and the guard for this one statement, and it applies from when the model itself began.
alter table standard no force row level security;
alter table standard disable trigger leaves_a_trace;
insert into standard (district_id, id, kind, version, in_force_from, body, sample, decision, published_at)
select m.district_id,
  (lpad(to_hex((extract(epoch from now()) * 1000)::bigint), 12, '0') || '7' || substr(md5('warning' || m.district_id::text), 1, 3)
    || '8' || substr(md5('warning' || m.district_id::text), 4, 15))::uuid,
  'early_warning', 1, m.began, '{"absentDays": 4, "absentWithinDays": 30, "incidents": 3, "incidentsWithinDays": 30}'::jsonb, true,
  'Shipped with Throughline', now()
from (select district_id, min(in_force_from) as began from standard group by 1) m;
alter table standard enable trigger leaves_a_trace;
alter table standard force row level security;
