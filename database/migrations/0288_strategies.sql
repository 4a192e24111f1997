-- When support at school steps down while care outside goes on, whoever is with the student every day keeps what works: strategies
-- given to a caregiver or a teacher stand with the support they come from.
create table support_strategy (
  district_id uuid not null references district,
  id uuid not null,
  support_id uuid not null,
  student_id uuid not null,
  school_id uuid not null,
  given_to text not null check (given_to in ('caregiver', 'teacher')),
  words text not null,
  given_by uuid not null,
  given_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, support_id) references brief_support (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, school_id) references school (district_id, id),
  foreign key (district_id, given_by) references person (district_id, id)
);
comment on table support_strategy is 'A strategy given to a caregiver or a teacher of a student, from the support at school it comes from.';
comment on column support_strategy.district_id is 'Tenant.';
comment on column support_strategy.id is 'UUIDv7 made by the application.';
comment on column support_strategy.support_id is 'The support at school.';
comment on column support_strategy.student_id is 'The student.';
comment on column support_strategy.school_id is 'The school of the support.';
comment on column support_strategy.given_to is 'To a caregiver or to a teacher.';
comment on column support_strategy.words is 'What was given, in words, sealed.';
comment on column support_strategy.given_by is 'Who gave it.';
comment on column support_strategy.given_at is 'When.';
create index support_strategy_by_support on support_strategy (district_id, support_id, given_at);
create index support_strategy_by_student on support_strategy (district_id, student_id);
select house.wall('support_strategy', 'school'), house.may('support_strategy', 'add'), house.traced('support_strategy', 'support_id');
select house.sealed('support_strategy', '{district_id,id,student_id}', '{words}'),
  house.goes_with('brief_support', 'support_strategy', 't.student_id = $2', '{words}');
