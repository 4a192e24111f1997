-- What has no home elsewhere of a family: its days, its way to a visit, how much a caregiver carries. Names, authority, languages and
-- how to reach somebody safely stay with the caregivers. Every word is of a list.
create table family_profile (
  district_id uuid not null references district,
  id uuid not null,
  student_id uuid not null,
  school_id uuid not null,
  work_limits text[] not null default '{}' check (work_limits <@ array['no_limits', 'mornings', 'school_hours', 'afternoons',
    'evenings', 'nights', 'weekends', 'shifts_change']),
  transport text check (transport in ('own_car', 'rides', 'bus', 'walks', 'none')),
  capacity text check (capacity in ('room_for_more', 'with_help', 'carries_too_much')),
  siblings_shown boolean not null default false,
  kept_by uuid not null,
  kept_at timestamptz not null,
  version int not null default 1,
  primary key (district_id, id),
  unique (district_id, student_id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, school_id) references school (district_id, id),
  foreign key (district_id, kept_by) references person (district_id, id),
  check (not ('no_limits' = any(work_limits) and cardinality(work_limits) > 1))
);
comment on table family_profile is 'What a family told the school of its days and its ways, beside who its caregivers are. Purpose: to ask nobody twice, and to see a barrier before a visit is missed.';
comment on column family_profile.district_id is 'Tenant.';
comment on column family_profile.id is 'UUIDv7 made by the application.';
comment on column family_profile.student_id is 'The student.';
comment on column family_profile.school_id is 'The school that asked.';
comment on column family_profile.work_limits is 'When work keeps a caregiver from a visit; empty where nobody asked.';
comment on column family_profile.transport is 'How the family gets to a visit; null where nobody asked.';
comment on column family_profile.capacity is 'How much a caregiver has to carry; null where nobody asked.';
comment on column family_profile.siblings_shown is 'Whether the family let brothers and sisters be shown beside the student.';
comment on column family_profile.kept_by is 'Who wrote it down last.';
comment on column family_profile.kept_at is 'When.';
comment on column family_profile.version is 'Raised at each change; a stale change is refused.';
select house.wall('family_profile', 'school'), house.may('family_profile', 'change'), house.traced('family_profile');

-- What a family needs at home is a piece of work with an owner, a day and an end, of the family and of no referral: it stands apart
-- from the care of the student, and no agency reads it.
create table family_need (
  district_id uuid not null references district,
  id uuid not null,
  student_id uuid not null,
  school_id uuid not null,
  kind text not null check (kind in ('food', 'housing', 'benefits', 'transport', 'child_care', 'coverage', 'clothing', 'internet')),
  owner_id uuid not null,
  due_on date not null,
  noted_by uuid not null,
  noted_at timestamptz not null,
  outcome text check (outcome in ('met', 'family_declined', 'not_needed', 'not_possible')),
  ended_by uuid,
  ended_at timestamptz,
  version int not null default 1,
  primary key (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, school_id) references school (district_id, id),
  foreign key (district_id, owner_id) references person (district_id, id),
  foreign key (district_id, noted_by) references person (district_id, id),
  foreign key (district_id, ended_by) references person (district_id, id),
  check ((outcome is null) = (ended_at is null) and (ended_at is null) = (ended_by is null))
);
comment on table family_need is 'What a family needs at home, who of the school sees to it, and how it ended.';
comment on column family_need.district_id is 'Tenant.';
comment on column family_need.id is 'UUIDv7 made by the application.';
comment on column family_need.student_id is 'The student through whom the family is known.';
comment on column family_need.school_id is 'The school that sees to it.';
comment on column family_need.kind is 'What is needed, a word of a list.';
comment on column family_need.owner_id is 'Who of the school sees to it.';
comment on column family_need.due_on is 'By which day something is to come of it.';
comment on column family_need.noted_by is 'Who wrote it down.';
comment on column family_need.noted_at is 'When.';
comment on column family_need.outcome is 'How it ended; null while it is open. A family that declines gives no reason.';
comment on column family_need.ended_by is 'Who said how it ended.';
comment on column family_need.ended_at is 'When.';
comment on column family_need.version is 'Raised at each change; a stale change is refused.';
create index family_need_by_student on family_need (district_id, student_id, noted_at);
create index family_need_by_owner on family_need (district_id, owner_id) where ended_at is null;
create unique index family_need_once on family_need (district_id, student_id, kind) where ended_at is null;
select house.wall('family_need', 'school'), house.may('family_need', 'change'), house.traced('family_need');

alter table lost_finding drop constraint lost_finding_record_type_check,
  add constraint lost_finding_record_type_check check (record_type in ('referral', 'support', 'incident', 'escalation', 'review',
    'task', 'concern', 'debrief', 'improvement', 'help', 'need', 'outside', 'reassessment', 'return', 'follow_up', 'care_notice',
    'drill_finding'));
