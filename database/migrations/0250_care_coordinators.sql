-- Care coordination stands between the agencies and belongs to none of them: who of the district coordinates with which agency.
create table agency_coordinator (
  district_id uuid not null references district,
  id uuid not null,
  partner_id uuid not null,
  person_id uuid not null,
  assigned_by uuid not null,
  assigned_at timestamptz not null,
  relieved_by uuid,
  relieved_at timestamptz,
  version int not null default 1,
  primary key (district_id, id),
  foreign key (district_id, partner_id) references partner (district_id, id),
  foreign key (district_id, person_id) references person (district_id, id),
  foreign key (district_id, assigned_by) references person (district_id, id),
  foreign key (district_id, relieved_by) references person (district_id, id),
  check ((relieved_at is null) = (relieved_by is null))
);
comment on table agency_coordinator is 'A care coordinator who coordinates with an agency, at the schools of their assignment.';
comment on column agency_coordinator.district_id is 'Tenant.';
comment on column agency_coordinator.id is 'UUIDv7 made by the application.';
comment on column agency_coordinator.partner_id is 'The agency.';
comment on column agency_coordinator.person_id is 'Who coordinates with it.';
comment on column agency_coordinator.assigned_by is 'Who said so.';
comment on column agency_coordinator.assigned_at is 'When.';
comment on column agency_coordinator.relieved_by is 'Who said that they do so no more.';
comment on column agency_coordinator.relieved_at is 'When; null while they do.';
comment on column agency_coordinator.version is 'Raised at each change; a stale change is refused.';
create unique index agency_coordinator_once on agency_coordinator (district_id, partner_id, person_id) where relieved_at is null;
create index agency_coordinator_by_person on agency_coordinator (district_id, person_id) where relieved_at is null;
select house.wall('agency_coordinator', 'school'), house.may('agency_coordinator', 'change'), house.traced('agency_coordinator');
