-- Who at a school books visits: somebody based there, by name. A school without one is a gap.
create table school_scheduler (
  district_id uuid not null references district,
  id uuid not null,
  school_id uuid not null,
  person_id uuid not null,
  named_by uuid not null,
  named_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, school_id) references school (district_id, id),
  foreign key (district_id, person_id) references person (district_id, id),
  foreign key (district_id, named_by) references person (district_id, id),
  foreign key (district_id, ended_by) references person (district_id, id),
  check ((ended_at is null) = (ended_by is null))
);
comment on table school_scheduler is 'Who at a school books visits with agencies, from when until somebody else was named.';
comment on column school_scheduler.district_id is 'Tenant.';
comment on column school_scheduler.id is 'UUIDv7 made by the application.';
comment on column school_scheduler.school_id is 'The school.';
comment on column school_scheduler.person_id is 'Who books visits there.';
comment on column school_scheduler.named_by is 'Who named them.';
comment on column school_scheduler.named_at is 'When.';
comment on column school_scheduler.ended_by is 'Who named somebody else.';
comment on column school_scheduler.ended_at is 'When; null while they are the one.';
create unique index school_scheduler_once on school_scheduler (district_id, school_id) where ended_at is null;
create index school_scheduler_by_person on school_scheduler (district_id, person_id) where ended_at is null;
select house.wall('school_scheduler', 'school'), house.may('school_scheduler', 'change'), house.traced('school_scheduler', 'school_id');
