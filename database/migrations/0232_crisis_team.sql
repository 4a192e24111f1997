-- The crisis team of a school: professionals, caregivers and community partners, how they are reached, and the continuing
-- education they were credited with.
create table crisis_team_member (
  district_id uuid not null references district,
  id uuid not null,
  school_id uuid not null,
  kind text not null check (kind in ('professional', 'caregiver', 'community')),
  name text not null,
  role text not null,
  phone text,
  email text,
  added_by uuid not null,
  added_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  version int not null default 1,
  primary key (district_id, id),
  foreign key (district_id, school_id) references school (district_id, id),
  foreign key (district_id, added_by) references person (district_id, id),
  foreign key (district_id, ended_by) references person (district_id, id),
  check ((ended_at is null) = (ended_by is null))
);
comment on table crisis_team_member is 'Somebody on the crisis team of a school.';
comment on column crisis_team_member.district_id is 'Tenant.';
comment on column crisis_team_member.id is 'UUIDv7 made by the application.';
comment on column crisis_team_member.school_id is 'The school.';
comment on column crisis_team_member.kind is 'Whom they stand for.';
comment on column crisis_team_member.name is 'Who it is.';
comment on column crisis_team_member.role is 'What they do, or whom they come from.';
comment on column crisis_team_member.phone is 'How they are called, sealed.';
comment on column crisis_team_member.email is 'Where they are written to, sealed.';
comment on column crisis_team_member.added_by is 'Who put them on the team.';
comment on column crisis_team_member.added_at is 'When.';
comment on column crisis_team_member.ended_by is 'Who took them off.';
comment on column crisis_team_member.ended_at is 'When; null while they are on it.';
comment on column crisis_team_member.version is 'Raised at each change; a stale change is refused.';
create index crisis_team_member_by_school on crisis_team_member (district_id, school_id, kind);
select house.wall('crisis_team_member', 'school'), house.may('crisis_team_member', 'change'), house.traced('crisis_team_member'),
  house.sealed('crisis_team_member', '{district_id,id}', '{phone,email}');

create table crisis_team_credit (
  district_id uuid not null references district,
  id uuid not null,
  member_id uuid not null,
  title text not null,
  quarter_hours int not null check (quarter_hours between 1 and 400),
  earned_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, member_id) references crisis_team_member (district_id, id),
  foreign key (district_id, recorded_by) references person (district_id, id)
);
comment on table crisis_team_credit is 'Continuing education somebody on a crisis team was credited with.';
comment on column crisis_team_credit.district_id is 'Tenant.';
comment on column crisis_team_credit.id is 'UUIDv7 made by the application.';
comment on column crisis_team_credit.member_id is 'Who earned it.';
comment on column crisis_team_credit.title is 'For what.';
comment on column crisis_team_credit.quarter_hours is 'How much, in quarters of an hour.';
comment on column crisis_team_credit.earned_on is 'The day it was earned.';
comment on column crisis_team_credit.recorded_by is 'Who wrote it down.';
comment on column crisis_team_credit.recorded_at is 'When.';
create index crisis_team_credit_by_member on crisis_team_credit (district_id, member_id, earned_on desc);
select house.wall('crisis_team_credit', 'school'), house.may('crisis_team_credit', 'add'),
  house.traced('crisis_team_credit', 'member_id');
