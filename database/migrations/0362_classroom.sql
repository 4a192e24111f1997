-- When a student has to be in class, and when pulling out suits, as teacher and clinician agreed: whoever books a visit sees it.
create table class_time (
  district_id uuid not null references district,
  id uuid not null,
  student_id uuid not null,
  school_id uuid not null,
  partner_id uuid,
  kind text not null check (kind in ('in_class', 'pull_out')),
  weekday int not null check (weekday between 1 and 5),
  from_at text not null check (from_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  until_at text not null check (until_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  lesson text not null check (lesson in ('reading', 'math', 'science', 'test', 'support', 'other')),
  teacher_id uuid not null,
  agreed_by uuid not null,
  agreed_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  version int not null default 1,
  primary key (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, school_id) references school (district_id, id),
  foreign key (district_id, partner_id) references partner (district_id, id),
  foreign key (district_id, teacher_id) references person (district_id, id),
  foreign key (district_id, agreed_by) references person (district_id, id),
  foreign key (district_id, ended_by) references person (district_id, id),
  check (from_at < until_at),
  check ((ended_at is null) = (ended_by is null))
);
comment on table class_time is 'A time of the week in which a student has to be in class, or in which pulling out suits.';
comment on column class_time.district_id is 'Tenant.';
comment on column class_time.id is 'UUIDv7 made by the application.';
comment on column class_time.student_id is 'The student.';
comment on column class_time.school_id is 'The school.';
comment on column class_time.partner_id is 'The agency it was agreed with, which reads it; null where it was agreed at school alone.';
comment on column class_time.kind is 'The student has to be in class, or pulling out suits.';
comment on column class_time.weekday is 'Monday is 1.';
comment on column class_time.from_at is 'From, on the clock of the district, HH:MM.';
comment on column class_time.until_at is 'Until, HH:MM.';
comment on column class_time.lesson is 'What the time is for, from a list.';
comment on column class_time.teacher_id is 'The teacher it was agreed with.';
comment on column class_time.agreed_by is 'Who wrote it down.';
comment on column class_time.agreed_at is 'When.';
comment on column class_time.ended_by is 'Who ended it.';
comment on column class_time.ended_at is 'When; null while it holds.';
comment on column class_time.version is 'Raised at each change; a stale change is refused.';
create index class_time_by_student on class_time (district_id, student_id) where ended_at is null;
create index class_time_by_teacher on class_time (district_id, teacher_id) where ended_at is null;
select house.wall('class_time', 'school and partner'), house.may('class_time', 'change'), house.traced('class_time');

-- Why a visit was booked in a time of class all the same.
create table class_time_excuse (
  district_id uuid not null references district,
  id uuid not null,
  appointment_id uuid not null,
  student_id uuid not null,
  partner_id uuid not null,
  reason text not null check (reason in ('only_time', 'family_asks', 'teacher_agrees', 'urgent')),
  said_by uuid not null,
  said_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, appointment_id) references appointment (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, partner_id) references partner (district_id, id),
  foreign key (district_id, said_by) references person (district_id, id)
);
comment on table class_time_excuse is 'Why a visit was booked in a time in which the student has to be in class.';
comment on column class_time_excuse.district_id is 'Tenant.';
comment on column class_time_excuse.id is 'UUIDv7 made by the application.';
comment on column class_time_excuse.appointment_id is 'The visit.';
comment on column class_time_excuse.student_id is 'The student.';
comment on column class_time_excuse.partner_id is 'The agency of the visit.';
comment on column class_time_excuse.reason is 'Why, from a list.';
comment on column class_time_excuse.said_by is 'Who booked it.';
comment on column class_time_excuse.said_at is 'When.';
create index class_time_excuse_by_student on class_time_excuse (district_id, student_id);
select house.wall('class_time_excuse', 'school and partner'), house.may('class_time_excuse', 'add'),
  house.traced('class_time_excuse', 'student_id');

-- What a teacher noticed about schoolwork, told to the agency on the family's yes to it: codes of a list and a day, no words.
create table class_observation (
  district_id uuid not null references district,
  id uuid not null,
  student_id uuid not null,
  school_id uuid not null,
  referral_id uuid not null,
  partner_id uuid not null,
  consent_id uuid not null,
  observed text[] not null check (cardinality(observed) > 0 and observed <@ array['work_missing', 'work_done', 'attention_short',
    'attention_longer', 'joins_in', 'withdraws', 'tired', 'late_to_class', 'asks_for_help', 'upset_in_class', 'calmer_in_class']),
  seen_on date not null,
  told_by uuid not null,
  told_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, school_id) references school (district_id, id),
  foreign key (district_id, referral_id) references referral (district_id, id),
  foreign key (district_id, partner_id) references partner (district_id, id),
  foreign key (district_id, consent_id) references consent (district_id, id),
  foreign key (district_id, told_by) references person (district_id, id)
);
comment on table class_observation is 'What a teacher noticed about schoolwork and told the agency, on the family’s yes.';
comment on column class_observation.district_id is 'Tenant.';
comment on column class_observation.id is 'UUIDv7 made by the application.';
comment on column class_observation.student_id is 'The student.';
comment on column class_observation.school_id is 'The school.';
comment on column class_observation.referral_id is 'The referral to the agency that reads it.';
comment on column class_observation.partner_id is 'The agency.';
comment on column class_observation.consent_id is 'The consent it was told on.';
comment on column class_observation.observed is 'What was noticed, codes of a list.';
comment on column class_observation.seen_on is 'The day it was noticed.';
comment on column class_observation.told_by is 'Who told it.';
comment on column class_observation.told_at is 'When.';
create index class_observation_by_referral on class_observation (district_id, referral_id, told_at desc);
create index class_observation_by_student on class_observation (district_id, student_id);
select house.wall('class_observation', 'school and partner'), house.may('class_observation', 'add'),
  house.traced('class_observation', 'referral_id');
