-- What a desk sends, and what staff do about it: codes and no story. Until it is known which student it is about, a notice is of
-- nobody; whoever was told of it reads it, and nobody else.
create table care_notice (
  district_id uuid not null references district,
  id uuid not null,
  sender_id uuid not null,
  school_id uuid not null,
  child_name text not null,
  born_on text,
  grade text,
  receipt text not null check (receipt ~ '^HWC-[A-Z2-9]{4}-[A-Z2-9]{4}$'),
  received_at timestamptz not null,
  standard_version int not null,
  answer_due_at timestamptz not null,
  expires_at timestamptz not null,
  backup_told_at timestamptz,
  acknowledged_by uuid,
  acknowledged_at timestamptz,
  student_id uuid,
  matched_by uuid,
  matched_at timestamptz,
  emptied_at timestamptz,
  version int not null default 1,
  primary key (district_id, id),
  unique (district_id, receipt),
  foreign key (district_id, sender_id) references care_notice_sender (district_id, id),
  foreign key (district_id, school_id) references school (district_id, id),
  foreign key (district_id, acknowledged_by) references person (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, matched_by) references person (district_id, id),
  check (born_on is not null or grade is not null or emptied_at is not null),
  check ((acknowledged_at is null) = (acknowledged_by is null)),
  check ((student_id is null) = (matched_at is null) and (matched_at is null) = (matched_by is null))
);
comment on table care_notice is 'That a child may have been exposed to something: who and which school, and nothing of what happened.';
comment on column care_notice.district_id is 'Tenant.';
comment on column care_notice.id is 'UUIDv7 made by the application.';
comment on column care_notice.sender_id is 'The desk that sent it.';
comment on column care_notice.school_id is 'The school whose designated staff are told.';
comment on column care_notice.child_name is 'The child, as it was sent, sealed; empty once it ended.';
comment on column care_notice.born_on is 'The birth date, as it was sent, sealed.';
comment on column care_notice.grade is 'The grade, as it was sent, sealed.';
comment on column care_notice.receipt is 'The number the sender was given: all a sender ever sees of it.';
comment on column care_notice.received_at is 'When it came.';
comment on column care_notice.standard_version is 'The version of the time standards its two limits come from.';
comment on column care_notice.answer_due_at is 'By when somebody answers; then who stands in is told.';
comment on column care_notice.expires_at is 'From when nobody reads it any more.';
comment on column care_notice.backup_told_at is 'When whoever stands in was told, because nobody had answered.';
comment on column care_notice.acknowledged_by is 'Who said that they have it.';
comment on column care_notice.acknowledged_at is 'When.';
comment on column care_notice.student_id is 'The student it is about, once staff said so.';
comment on column care_notice.matched_by is 'Who said which student it is.';
comment on column care_notice.matched_at is 'When.';
comment on column care_notice.emptied_at is 'When it ended and the name was taken out.';
comment on column care_notice.version is 'Raised at each change; a stale change is refused.';
create index care_notice_by_school on care_notice (district_id, school_id, received_at desc);
create index care_notice_by_sender on care_notice (district_id, sender_id, received_at desc);
create index care_notice_by_student on care_notice (district_id, student_id) where student_id is not null;
select house.wall('care_notice', 'school'), house.may('care_notice', 'change'), house.traced('care_notice');
select house.sealed('care_notice', '{district_id,id,student_id}', '{child_name,born_on,grade}'),
  house.goes_with('student', 'care_notice', 't.student_id = $2', '{child_name,born_on,grade}');

create table care_notice_told (
  district_id uuid not null references district,
  notice_id uuid not null,
  person_id uuid not null,
  position int not null check (position in (1, 2)),
  told_at timestamptz not null,
  primary key (district_id, notice_id, person_id),
  foreign key (district_id, notice_id) references care_notice (district_id, id),
  foreign key (district_id, person_id) references person (district_id, id)
);
comment on table care_notice_told is 'Who was told of a notice: they read it, and nobody else at school does.';
comment on column care_notice_told.district_id is 'Tenant.';
comment on column care_notice_told.notice_id is 'The notice.';
comment on column care_notice_told.person_id is 'Who was told.';
comment on column care_notice_told.position is '1: at once. 2: because nobody had answered.';
comment on column care_notice_told.told_at is 'When.';
create index care_notice_told_by_person on care_notice_told (district_id, person_id, told_at desc);
select house.wall('care_notice_told', 'school'), house.may('care_notice_told', 'add'),
  house.traced('care_notice_told', 'notice_id');

create table care_notice_step (
  district_id uuid not null references district,
  id uuid not null,
  notice_id uuid not null,
  student_id uuid,
  kind text not null check (kind in ('support', 'no_signs', 'triage', 'not_here')),
  support text check (support in ('check_in', 'quiet_place', 'eased_work', 'trusted_adult', 'food_or_rest', 'nurse')),
  concern_id uuid,
  taken_by uuid not null,
  taken_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, notice_id) references care_notice (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, concern_id) references concern (district_id, id),
  foreign key (district_id, taken_by) references person (district_id, id),
  check ((kind = 'support') = (support is not null)),
  check ((kind = 'triage') = (concern_id is not null)),
  check ((kind = 'not_here') = (student_id is null))
);
comment on table care_notice_step is 'What designated staff did about a notice: a code, and no story.';
comment on column care_notice_step.district_id is 'Tenant.';
comment on column care_notice_step.id is 'UUIDv7 made by the application.';
comment on column care_notice_step.notice_id is 'The notice.';
comment on column care_notice_step.student_id is 'The student.';
comment on column care_notice_step.kind is 'Support was given, no signs were seen, it went to triage, or the child is not at this school.';
comment on column care_notice_step.support is 'Which support.';
comment on column care_notice_step.concern_id is 'The concern it went on as.';
comment on column care_notice_step.taken_by is 'Who.';
comment on column care_notice_step.taken_at is 'When.';
create index care_notice_step_by_notice on care_notice_step (district_id, notice_id, taken_at);
create index care_notice_step_by_student on care_notice_step (district_id, student_id);
create index care_notice_step_by_concern on care_notice_step (district_id, concern_id) where concern_id is not null;
select house.wall('care_notice_step', 'school'), house.may('care_notice_step', 'add'),
  house.traced('care_notice_step', 'notice_id');

create table care_notice_signal (
  district_id uuid not null references district,
  notice_id uuid not null,
  person_id uuid not null,
  student_id uuid not null,
  named_by uuid not null,
  named_at timestamptz not null,
  primary key (district_id, notice_id, person_id),
  foreign key (district_id, notice_id) references care_notice (district_id, id),
  foreign key (district_id, person_id) references person (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, named_by) references person (district_id, id)
);
comment on table care_notice_signal is 'A teacher was asked to handle a student with care, and told nothing else.';
comment on column care_notice_signal.district_id is 'Tenant.';
comment on column care_notice_signal.notice_id is 'The notice, which they do not read.';
comment on column care_notice_signal.person_id is 'The teacher.';
comment on column care_notice_signal.student_id is 'The student.';
comment on column care_notice_signal.named_by is 'Who asked them.';
comment on column care_notice_signal.named_at is 'When.';
create index care_notice_signal_by_person on care_notice_signal (district_id, person_id, named_at desc);
create index care_notice_signal_by_student on care_notice_signal (district_id, student_id);
select house.wall('care_notice_signal', 'school'), house.may('care_notice_signal', 'add'),
  house.traced('care_notice_signal', 'notice_id');
