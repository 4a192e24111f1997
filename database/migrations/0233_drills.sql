-- Crisis drills: a school goes through a scenario at a table. What was found becomes a change of the standard that somebody asks
-- for, or something somebody does by a day.
create table crisis_drill (
  district_id uuid not null references district,
  id uuid not null,
  school_id uuid not null,
  kind text not null check (kind in ('tabletop')),
  scenario text not null,
  standard_id uuid not null,
  planned_on date not null,
  planned_by uuid not null,
  planned_at timestamptz not null,
  held_on date,
  completed_by uuid,
  completed_at timestamptz,
  called_off_by uuid,
  called_off_at timestamptz,
  version int not null default 1,
  primary key (district_id, id),
  foreign key (district_id, school_id) references school (district_id, id),
  foreign key (district_id, standard_id) references standard (district_id, id),
  foreign key (district_id, planned_by) references person (district_id, id),
  foreign key (district_id, completed_by) references person (district_id, id),
  foreign key (district_id, called_off_by) references person (district_id, id),
  check ((completed_at is null) = (completed_by is null) and (completed_at is null) = (held_on is null)),
  check ((called_off_at is null) = (called_off_by is null)),
  check (completed_at is null or called_off_at is null)
);
comment on table crisis_drill is 'A school goes through a crisis that is none: nobody real is in it, and it counts nowhere but here.';
comment on column crisis_drill.district_id is 'Tenant.';
comment on column crisis_drill.id is 'UUIDv7 made by the application.';
comment on column crisis_drill.school_id is 'The school.';
comment on column crisis_drill.kind is 'How it is held: at a table.';
comment on column crisis_drill.scenario is 'The code of the scenario in the library.';
comment on column crisis_drill.standard_id is 'The version of the library it was taken from.';
comment on column crisis_drill.planned_on is 'The day it is planned for.';
comment on column crisis_drill.planned_by is 'Who planned it.';
comment on column crisis_drill.planned_at is 'When.';
comment on column crisis_drill.held_on is 'The day it was held; null until it was completed.';
comment on column crisis_drill.completed_by is 'Who said that it was held.';
comment on column crisis_drill.completed_at is 'When.';
comment on column crisis_drill.called_off_by is 'Who called it off.';
comment on column crisis_drill.called_off_at is 'When.';
comment on column crisis_drill.version is 'Raised at each change; a stale change is refused.';
create index crisis_drill_by_school on crisis_drill (district_id, school_id, held_on desc);
select house.wall('crisis_drill', 'school'), house.may('crisis_drill', 'change'), house.traced('crisis_drill');

create table crisis_drill_part (
  district_id uuid not null references district,
  id uuid not null,
  drill_id uuid not null,
  person_id uuid,
  member_id uuid,
  primary key (district_id, id),
  foreign key (district_id, drill_id) references crisis_drill (district_id, id),
  foreign key (district_id, person_id) references person (district_id, id),
  foreign key (district_id, member_id) references crisis_team_member (district_id, id),
  check (num_nonnulls(person_id, member_id) = 1)
);
comment on table crisis_drill_part is 'Somebody who took part in a drill: of the staff, or of the crisis team.';
comment on column crisis_drill_part.district_id is 'Tenant.';
comment on column crisis_drill_part.id is 'UUIDv7 made by the application.';
comment on column crisis_drill_part.drill_id is 'The drill.';
comment on column crisis_drill_part.person_id is 'Who of the staff.';
comment on column crisis_drill_part.member_id is 'Who of the crisis team.';
create index crisis_drill_part_by_drill on crisis_drill_part (district_id, drill_id);
select house.wall('crisis_drill_part', 'school'), house.may('crisis_drill_part', 'add'),
  house.traced('crisis_drill_part', 'drill_id');

create table crisis_drill_finding (
  district_id uuid not null references district,
  id uuid not null,
  drill_id uuid not null,
  words text not null,
  leads_to text not null check (leads_to in ('action', 'standard')),
  owner_id uuid not null,
  due_on date not null,
  written_by uuid not null,
  written_at timestamptz not null,
  outcome text check (outcome in ('done', 'standard_changed', 'not_needed')),
  finished_by uuid,
  finished_at timestamptz,
  version int not null default 1,
  primary key (district_id, id),
  foreign key (district_id, drill_id) references crisis_drill (district_id, id),
  foreign key (district_id, owner_id) references person (district_id, id),
  foreign key (district_id, written_by) references person (district_id, id),
  foreign key (district_id, finished_by) references person (district_id, id),
  check ((outcome is null) = (finished_at is null) and (finished_at is null) = (finished_by is null)),
  check (outcome <> 'standard_changed' or leads_to = 'standard')
);
comment on table crisis_drill_finding is 'What a drill showed, and what comes of it: an action, or a change of the standard that is asked for.';
comment on column crisis_drill_finding.district_id is 'Tenant.';
comment on column crisis_drill_finding.id is 'UUIDv7 made by the application.';
comment on column crisis_drill_finding.drill_id is 'The drill.';
comment on column crisis_drill_finding.words is 'What was found, in words. Nobody real is in a drill.';
comment on column crisis_drill_finding.leads_to is 'Somebody does something, or the crisis standard is to change.';
comment on column crisis_drill_finding.owner_id is 'Who sees to it.';
comment on column crisis_drill_finding.due_on is 'By which day.';
comment on column crisis_drill_finding.written_by is 'Who wrote it down.';
comment on column crisis_drill_finding.written_at is 'When.';
comment on column crisis_drill_finding.outcome is 'How it ended; null while it is owed.';
comment on column crisis_drill_finding.finished_by is 'Who said so.';
comment on column crisis_drill_finding.finished_at is 'When.';
comment on column crisis_drill_finding.version is 'Raised at each change; a stale change is refused.';
create index crisis_drill_finding_by_drill on crisis_drill_finding (district_id, drill_id);
create index crisis_drill_finding_by_owner on crisis_drill_finding (district_id, owner_id, due_on) where finished_at is null;
select house.wall('crisis_drill_finding', 'school'), house.may('crisis_drill_finding', 'change'),
  house.traced('crisis_drill_finding');
