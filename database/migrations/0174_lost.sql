-- Each night the house proves of everything open that it has an owner, a next action, a clock, and a queue that somebody can
-- see. What it found missing is kept, and whether it could put it right.
create table lost_check (
  district_id uuid not null references district,
  id uuid not null,
  day date not null,
  checked_at timestamptz not null,
  open int not null check (open >= 0),
  found int not null check (found >= 0),
  repaired int not null check (repaired >= 0 and repaired <= found),
  primary key (district_id, id)
);
comment on table lost_check is 'One look through everything that is open: does each have an owner, a next action, a clock and a queue?';
comment on column lost_check.district_id is 'Tenant.';
comment on column lost_check.id is 'UUIDv7 made by the application.';
comment on column lost_check.day is 'The day it was made on, on the clock of the district.';
comment on column lost_check.checked_at is 'When.';
comment on column lost_check.open is 'How many open records were looked at.';
comment on column lost_check.found is 'How much was missing.';
comment on column lost_check.repaired is 'How much of it the house put right by itself.';
create index lost_check_by_time on lost_check (district_id, checked_at);
select house.wall('lost_check', 'school'), house.may('lost_check', 'add'), house.traced('lost_check');

create table lost_finding (
  district_id uuid not null references district,
  id uuid not null,
  check_id uuid not null,
  record_type text not null check (record_type in
    ('referral', 'support', 'incident', 'escalation', 'review', 'task', 'concern')),
  record_id uuid not null,
  referral_id uuid,
  student_id uuid,
  school_id uuid not null,
  lacks text not null check (lacks in ('owner', 'next_action', 'clock', 'queue')),
  repaired boolean not null,
  primary key (district_id, id),
  unique (district_id, check_id, record_type, record_id, lacks),
  foreign key (district_id, check_id) references lost_check (district_id, id),
  foreign key (district_id, referral_id) references referral (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, school_id) references school (district_id, id)
);
comment on table lost_finding is 'Something open that lacked an owner, a next action, a clock or a queue when the house looked.';
comment on column lost_finding.district_id is 'Tenant.';
comment on column lost_finding.id is 'UUIDv7 made by the application.';
comment on column lost_finding.check_id is 'The look that found it.';
comment on column lost_finding.record_type is 'What kind of record.';
comment on column lost_finding.record_id is 'The record.';
comment on column lost_finding.referral_id is 'The referral it is or belongs to, where there is one.';
comment on column lost_finding.student_id is 'The student, where the record is about one.';
comment on column lost_finding.school_id is 'The school whose staff reach the record.';
comment on column lost_finding.lacks is 'What was missing.';
comment on column lost_finding.repaired is 'Whether the house put it right by itself.';
create index lost_finding_by_check on lost_finding (district_id, check_id);
create index lost_finding_by_student on lost_finding (district_id, student_id);
select house.wall('lost_finding', 'school'), house.may('lost_finding', 'add'), house.traced('lost_finding', 'check_id');
