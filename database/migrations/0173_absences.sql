-- Whoever owns something has somebody who stands in. While they are away their work shows to that person, and what falls due
-- goes there. No reason is kept: why somebody is away is nobody's business here.
alter table person add column backup_id uuid, add foreign key (district_id, backup_id) references person (district_id, id),
  add check (backup_id <> id);
comment on column person.backup_id is 'Who stands in for them while they are away; null while nobody is named.';

create table absence (
  district_id uuid not null references district,
  id uuid not null,
  person_id uuid not null,
  backup_id uuid not null,
  from_on date not null,
  through_on date not null,
  set_by uuid not null,
  set_at timestamptz not null,
  ended_on date,
  ended_by uuid,
  ended_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, person_id) references person (district_id, id),
  foreign key (district_id, backup_id) references person (district_id, id),
  foreign key (district_id, set_by) references person (district_id, id),
  foreign key (district_id, ended_by) references person (district_id, id),
  check (backup_id <> person_id),
  check (through_on >= from_on),
  check ((ended_on is null) = (ended_by is null) and (ended_on is null) = (ended_at is null)),
  check (ended_on is null or ended_on <= through_on)
);
comment on table absence is 'Days on which somebody is away, and who stands in. Why they are away is not kept.';
comment on column absence.district_id is 'Tenant.';
comment on column absence.id is 'UUIDv7 made by the application.';
comment on column absence.person_id is 'Who is away.';
comment on column absence.backup_id is 'Who stands in.';
comment on column absence.from_on is 'The first day, on the clock of the district.';
comment on column absence.through_on is 'The last one, as it was set.';
comment on column absence.set_by is 'Who wrote it down.';
comment on column absence.set_at is 'When.';
comment on column absence.ended_on is 'The day they were back, where they came sooner.';
comment on column absence.ended_by is 'Who said so.';
comment on column absence.ended_at is 'When.';
create index absence_by_person on absence (district_id, person_id, through_on);
create index absence_by_backup on absence (district_id, backup_id, through_on);
select house.wall('absence', 'school'), house.may('absence', 'change'), house.traced('absence', 'person_id');
