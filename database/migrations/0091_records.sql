-- A family asks to see the record, or to have it corrected. What was asked and what was answered are rows of their own, and
-- nothing in the record is ever written over: a correction, or the family's own statement, stands beside it.
create table record_request (
  district_id uuid not null references district,
  id uuid not null,
  student_id uuid not null,
  kind text not null check (kind in ('access', 'correction')),
  asked_by text not null check (asked_by in ('caregiver', 'student')),
  asked_by_name text not null check (length(asked_by_name) between 1 and 120),
  owner text not null check (owner in ('district', 'provider')),
  about text not null,
  received_on date not null,
  due_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, recorded_by) references person (district_id, id),
  check (due_on > received_on)
);
comment on table record_request is 'Somebody of a family asked to see the record of a student, or to have it corrected. Never edited.';
comment on column record_request.district_id is 'Tenant.';
comment on column record_request.id is 'UUIDv7 made by the application.';
comment on column record_request.student_id is 'Whose record it is about.';
comment on column record_request.kind is 'To see it, or to have it corrected.';
comment on column record_request.asked_by is 'Whether a caregiver asked, or the student.';
comment on column record_request.asked_by_name is 'Who asked.';
comment on column record_request.owner is 'Whose record it is: the district''s, or the agency''s that treats the student.';
comment on column record_request.about is 'Which part, or what is wrong with it.';
comment on column record_request.received_on is 'When it was asked.';
comment on column record_request.due_on is 'Last day to answer.';
comment on column record_request.recorded_by is 'Who wrote it down.';
comment on column record_request.recorded_at is 'When.';
create index record_request_by_student on record_request (district_id, student_id, received_on);
create index record_request_by_due on record_request (district_id, due_on);
select house.wall('record_request', 'school'), house.may('record_request', 'add'), house.traced('record_request');

create table record_answer (
  district_id uuid not null references district,
  request_id uuid not null,
  student_id uuid not null,
  answer text not null check (answer in ('given', 'passed_on', 'accepted', 'refused')),
  note text not null,
  statement text,
  answered_by uuid not null,
  answered_at timestamptz not null,
  primary key (district_id, request_id),
  foreign key (district_id, request_id) references record_request (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, answered_by) references person (district_id, id),
  check (statement is null or answer = 'refused')
);
comment on table record_answer is 'What was answered to a request about a record. Never edited.';
comment on column record_answer.district_id is 'Tenant.';
comment on column record_answer.request_id is 'The request.';
comment on column record_answer.student_id is 'Whose record it is about.';
comment on column record_answer.answer is 'Given, passed on to the agency that owns it, correction accepted, or refused.';
comment on column record_answer.note is 'How it was given or passed on; the correction; or why it was refused.';
comment on column record_answer.statement is 'The family''s own words, which stand beside the record where a correction was refused.';
comment on column record_answer.answered_by is 'Who answered.';
comment on column record_answer.answered_at is 'When.';
select house.wall('record_answer', 'school'), house.may('record_answer', 'add'), house.traced('record_answer', 'request_id');

-- Nothing of a student is removed while a hold stands. It ends when two people say so.
create table legal_hold (
  district_id uuid not null references district,
  id uuid not null,
  student_id uuid not null,
  reason text not null,
  placed_by uuid not null,
  placed_at timestamptz not null,
  lift_asked_by uuid,
  lift_asked_at timestamptz,
  lifted_by uuid,
  lifted_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, placed_by) references person (district_id, id),
  foreign key (district_id, lift_asked_by) references person (district_id, id),
  foreign key (district_id, lifted_by) references person (district_id, id),
  check (num_nonnulls(lift_asked_by, lift_asked_at) in (0, 2)),
  check (num_nonnulls(lifted_by, lifted_at) in (0, 2)),
  check (lifted_by is null or lift_asked_by is not null),
  constraint lifted_by_another check (lifted_by <> lift_asked_by)
);
comment on table legal_hold is 'Records of a student that must be kept, whatever the schedule says.';
comment on column legal_hold.district_id is 'Tenant.';
comment on column legal_hold.id is 'UUIDv7 made by the application.';
comment on column legal_hold.student_id is 'Whose records are held.';
comment on column legal_hold.reason is 'Where the reason is kept, for example the number of a case.';
comment on column legal_hold.placed_by is 'Who placed it.';
comment on column legal_hold.placed_at is 'Since when.';
comment on column legal_hold.lift_asked_by is 'Who asked to end it.';
comment on column legal_hold.lift_asked_at is 'When that was asked.';
comment on column legal_hold.lifted_by is 'Who ended it: never who asked.';
comment on column legal_hold.lifted_at is 'When it ended.';
create index legal_hold_by_student on legal_hold (district_id, student_id);
select house.wall('legal_hold', 'school'), house.may('legal_hold', 'change'), house.traced('legal_hold');

create table retention_rule (
  district_id uuid not null references district,
  id uuid not null,
  record_class text not null check (record_class in ('concern', 'brief_support', 'referral', 'crisis_incident')),
  years int not null check (years between 1 and 100),
  source text not null check (length(source) between 1 and 300),
  in_force_from date not null,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, added_by) references person (district_id, id)
);
comment on table retention_rule is 'How many years after a student left a class of records is kept. Of one class the latest in force counts.';
comment on column retention_rule.district_id is 'Tenant.';
comment on column retention_rule.id is 'UUIDv7 made by the application.';
comment on column retention_rule.record_class is 'Which records.';
comment on column retention_rule.years is 'Years after the day the student left.';
comment on column retention_rule.source is 'Where the rule stands.';
comment on column retention_rule.in_force_from is 'From which day it counts.';
comment on column retention_rule.added_by is 'Who wrote it down.';
comment on column retention_rule.added_at is 'When.';
create index retention_rule_by_class on retention_rule (district_id, record_class, in_force_from);
select house.wall('retention_rule', 'school'), house.may('retention_rule', 'add'), house.traced('retention_rule');

select house.sealed('record_request', '{district_id,id,student_id}', '{about}'),
  house.sealed('record_answer', '{district_id,request_id,student_id}', '{note,statement}'),
  house.sealed('legal_hold', '{district_id,id,student_id}', '{reason}');
