-- Students who are most at risk of slipping away are looked at again on a rhythm, and not only when somebody notices something.
create table reassessment (
  district_id uuid not null references district,
  id uuid not null,
  student_id uuid not null,
  school_id uuid not null,
  every_days int not null check (every_days between 7 and 120),
  next_on date not null,
  reason text not null,
  started_by uuid not null,
  started_at timestamptz not null,
  looked_by uuid,
  looked_at timestamptz,
  outcome text check (outcome in ('steady', 'better', 'worse')),
  ended_by uuid,
  ended_at timestamptz,
  version int not null default 1,
  primary key (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, school_id) references school (district_id, id),
  foreign key (district_id, started_by) references person (district_id, id),
  foreign key (district_id, looked_by) references person (district_id, id),
  foreign key (district_id, ended_by) references person (district_id, id),
  check ((looked_at is null) = (outcome is null) and (looked_at is null) = (looked_by is null)),
  check ((ended_at is null) = (ended_by is null))
);
comment on table reassessment is 'A student who is looked at again every so many days.';
comment on column reassessment.district_id is 'Tenant.';
comment on column reassessment.id is 'UUIDv7 made by the application.';
comment on column reassessment.student_id is 'The student.';
comment on column reassessment.school_id is 'The school whose triage staff looks.';
comment on column reassessment.every_days is 'The rhythm, in calendar days.';
comment on column reassessment.next_on is 'The day by which they are looked at next.';
comment on column reassessment.reason is 'Why, in words, sealed.';
comment on column reassessment.started_by is 'Who put them on the list.';
comment on column reassessment.started_at is 'When.';
comment on column reassessment.looked_by is 'Who looked last.';
comment on column reassessment.looked_at is 'When.';
comment on column reassessment.outcome is 'How it stood then.';
comment on column reassessment.ended_by is 'Who took them off the list.';
comment on column reassessment.ended_at is 'When; null while they are on it.';
comment on column reassessment.version is 'Raised at each change; a stale change is refused.';
create unique index reassessment_once on reassessment (district_id, student_id) where ended_at is null;
create index reassessment_due on reassessment (district_id, school_id, next_on) where ended_at is null;
select house.wall('reassessment', 'school'), house.may('reassessment', 'change'), house.traced('reassessment');
select house.sealed('reassessment', '{district_id,id,student_id}', '{reason}'),
  house.goes_with('concern', 'reassessment', 't.student_id = $2', '{reason}');
