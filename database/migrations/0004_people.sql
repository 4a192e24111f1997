-- Students, caregivers, and the roster they come from.
create table student (
  district_id uuid not null references district,
  id uuid not null,
  source_id text,
  local_id text,
  given_name text not null,
  family_name text not null,
  preferred_name text,
  born_on date,
  grade text not null default 'unknown',
  school_id uuid,
  home_language text not null default 'unknown',
  disability text not null default 'unknown' check (disability in ('yes', 'no', 'unknown')),
  neighborhood text not null default 'unknown',
  accommodation text,
  left_on date,
  version int not null default 1,
  primary key (district_id, id),
  unique (district_id, source_id),
  foreign key (district_id, school_id) references school
);
comment on table student is 'A student of the district. Purpose: to know whom a concern is about and who is responsible.';
comment on column student.district_id is 'Tenant.';
comment on column student.id is 'UUIDv7 made by the application.';
comment on column student.source_id is 'The student''s id in the student system.';
comment on column student.local_id is 'The number staff know the student by.';
comment on column student.given_name is 'Given name.';
comment on column student.family_name is 'Family name.';
comment on column student.preferred_name is 'Name the student goes by.';
comment on column student.born_on is 'Birth date: for the packet, and for who may consent.';
comment on column student.grade is 'Grade, or unknown.';
comment on column student.school_id is 'The school of the primary enrolment in force; null when there is none.';
comment on column student.home_language is 'BCP 47 tag, or unknown: for interpreters and the equity cut.';
comment on column student.disability is 'Yes, no or unknown: for the equity cut only.';
comment on column student.neighborhood is 'Neighborhood, or unknown: for the equity cut.';
comment on column student.accommodation is 'What the student needs to take part in a visit.';
comment on column student.left_on is 'When the last enrolment ended. The record stays.';
comment on column student.version is 'Raised at each edit; a stale edit is refused.';
create index student_by_school on student (district_id, school_id, family_name, given_name, id);
create index student_by_local_id on student (district_id, local_id);
select house.wall('student', 'the student'), house.may('student', 'change'), house.traced('student');
alter table assignment add foreign key (district_id, student_id) references student;

create table enrolment (
  district_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  school_id uuid not null,
  source_id text,
  is_primary boolean not null,
  starts_on date,
  ends_on date,
  ended_by_roster boolean not null default false,
  primary key (district_id, id),
  unique (district_id, student_id, school_id, source_id),
  foreign key (district_id, student_id) references student,
  foreign key (district_id, school_id) references school
);
comment on table enrolment is 'A student at a school between two days.';
comment on column enrolment.district_id is 'Tenant.';
comment on column enrolment.id is 'UUIDv7 made by the application.';
comment on column enrolment.student_id is 'The student.';
comment on column enrolment.school_id is 'The school.';
comment on column enrolment.source_id is 'The enrolment''s id in the student system.';
comment on column enrolment.is_primary is 'Whether this school answers for the student.';
comment on column enrolment.starts_on is 'First day, if the student system says.';
comment on column enrolment.ends_on is 'Last day; open when null.';
comment on column enrolment.ended_by_roster is 'The student system withdrew it.';
select house.wall('enrolment', 'school'), house.may('enrolment', 'change'), house.traced('enrolment', 'student_id');

create table caregiver (
  district_id uuid not null references district,
  id uuid not null,
  source_id text,
  name text not null,
  phone text,
  email text,
  language text not null default 'unknown',
  interpreter boolean not null default false,
  contact_rule text not null default 'any' check (contact_rule in ('any', 'no_voicemail', 'text_first', 'call_only', 'do_not_contact')),
  contact_hours text,
  version int not null default 1,
  primary key (district_id, id),
  unique (district_id, source_id)
);
comment on table caregiver is 'A parent, guardian or other adult who cares for a student. Purpose: to reach the family safely.';
comment on column caregiver.district_id is 'Tenant.';
comment on column caregiver.id is 'UUIDv7 made by the application.';
comment on column caregiver.source_id is 'The caregiver''s id in the student system.';
comment on column caregiver.name is 'Name.';
comment on column caregiver.phone is 'Number they gave us.';
comment on column caregiver.email is 'Address they gave us.';
comment on column caregiver.language is 'BCP 47 tag, or unknown.';
comment on column caregiver.interpreter is 'Whether an interpreter is needed.';
comment on column caregiver.contact_rule is 'How they may be contacted safely.';
comment on column caregiver.contact_hours is 'When, in plain words.';
comment on column caregiver.version is 'Raised at each edit; a stale edit is refused.';
select house.wall('caregiver', 'school'), house.may('caregiver', 'change'), house.traced('caregiver');

create table guardianship (
  district_id uuid not null,
  student_id uuid not null,
  caregiver_id uuid not null,
  relationship text not null check (relationship in ('mother', 'father', 'parent', 'guardian', 'grandparent', 'foster_parent', 'relative', 'other')),
  authority text not null default 'unknown' check (authority in ('may_consent', 'may_not_consent', 'unknown')),
  authority_checked_on date,
  position int not null default 1,
  ended_on date,
  primary key (district_id, student_id, caregiver_id),
  foreign key (district_id, student_id) references student,
  foreign key (district_id, caregiver_id) references caregiver
);
comment on table guardianship is 'Who cares for whom, and whether they may consent.';
comment on column guardianship.district_id is 'Tenant.';
comment on column guardianship.student_id is 'The student.';
comment on column guardianship.caregiver_id is 'The caregiver.';
comment on column guardianship.relationship is 'How they are related.';
comment on column guardianship.authority is 'Whether the school has checked that they may consent.';
comment on column guardianship.authority_checked_on is 'When that was checked.';
comment on column guardianship.position is 'Whom to contact first.';
comment on column guardianship.ended_on is 'When it ended.';
create index guardianship_by_caregiver on guardianship (district_id, caregiver_id);
select house.wall('guardianship', 'school'), house.may('guardianship', 'change'), house.traced('guardianship', 'student_id');

create table student_name (
  district_id uuid not null,
  word text collate "C" not null,
  student_id uuid not null,
  school_id uuid,
  primary key (district_id, word, student_id),
  foreign key (district_id, student_id) references student
);
comment on table student_name is 'Words of students'' names, folded to plain letters, for search: a prefix is a range of the key.';
comment on column student_name.district_id is 'Tenant.';
comment on column student_name.word is 'One word of the name, without accents, in lower case.';
comment on column student_name.student_id is 'Whose name it is.';
comment on column student_name.school_id is 'The student''s school, so that search stays within reach.';
create index student_name_by_school on student_name (district_id, school_id, word);
select house.wall('student_name', 'school'), house.may('student_name', 'remove');

create table roster_import (
  district_id uuid not null references district,
  id uuid not null,
  file_name text not null,
  file_hash bytea not null,
  format text not null,
  state text not null check (state in ('previewed', 'applied', 'discarded', 'refused')),
  summary jsonb not null,
  made_by uuid,
  made_at timestamptz not null,
  applied_by uuid,
  applied_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, made_by) references person,
  foreign key (district_id, applied_by) references person
);
comment on table roster_import is 'One roster file that was read: what it would change, and whether it was applied.';
comment on column roster_import.district_id is 'Tenant.';
comment on column roster_import.id is 'UUIDv7 made by the application.';
comment on column roster_import.file_name is 'Name of the file.';
comment on column roster_import.file_hash is 'SHA-256 of the file.';
comment on column roster_import.format is 'OneRoster version and whether bulk or delta.';
comment on column roster_import.state is 'Previewed, applied, discarded or refused.';
comment on column roster_import.summary is 'Counts and refusals by file, line and reason; no names.';
comment on column roster_import.made_by is 'Who; null for the command line.';
comment on column roster_import.made_at is 'When.';
comment on column roster_import.applied_by is 'Who applied it.';
comment on column roster_import.applied_at is 'When it was applied.';
select house.wall('roster_import', 'school'), house.may('roster_import', 'change'), house.traced('roster_import');
