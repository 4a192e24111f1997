-- The clocks of a referral can stand for some days, with a reason and always with a last day. Nobody's clock stands for good.
create table referral_pause (
  district_id uuid not null references district,
  id uuid not null,
  referral_id uuid not null,
  student_id uuid not null,
  school_id uuid not null,
  reason text not null,
  from_on date not null,
  through_on date not null,
  paused_by uuid not null,
  paused_at timestamptz not null,
  ended_on date,
  ended_by uuid,
  ended_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, referral_id) references referral (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, school_id) references school (district_id, id),
  foreign key (district_id, paused_by) references person (district_id, id),
  foreign key (district_id, ended_by) references person (district_id, id),
  check (through_on >= from_on),
  check ((ended_on is null) = (ended_by is null) and (ended_on is null) = (ended_at is null)),
  check (ended_on is null or (ended_on >= from_on and ended_on <= through_on))
);
comment on table referral_pause is 'Days on which the clocks of a referral do not run, with the reason and a last day.';
comment on column referral_pause.district_id is 'Tenant.';
comment on column referral_pause.id is 'UUIDv7 made by the application.';
comment on column referral_pause.referral_id is 'The referral.';
comment on column referral_pause.student_id is 'The student.';
comment on column referral_pause.school_id is 'The school whose staff reach the record.';
comment on column referral_pause.reason is 'A code of the list in force.';
comment on column referral_pause.from_on is 'The first day on which the clocks stand, on the clock of the district.';
comment on column referral_pause.through_on is 'The last one, as it was set. No pause outlives it.';
comment on column referral_pause.paused_by is 'Who paused them.';
comment on column referral_pause.paused_at is 'When.';
comment on column referral_pause.ended_on is 'The day on which they ran again, where somebody ended it sooner.';
comment on column referral_pause.ended_by is 'Who ended it sooner.';
comment on column referral_pause.ended_at is 'When.';
create index referral_pause_by_referral on referral_pause (district_id, referral_id, from_on);
create index referral_pause_by_student on referral_pause (district_id, student_id);
create index referral_pause_by_school on referral_pause (district_id, school_id, from_on);
select house.wall('referral_pause', 'school'), house.may('referral_pause', 'change'),
  house.traced('referral_pause', 'referral_id');

-- So that an act asks for pauses only where there are any.
alter table referral add column paused_through date;
comment on column referral.paused_through is 'The last day of its latest pause; null where it was never paused.';
