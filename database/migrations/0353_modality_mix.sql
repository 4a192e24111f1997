-- How an agency sees families changes on a day that is known before, as when a school goes virtual: the room for each way from that
-- day on. On that day its room and its ways follow by themselves.
create table modality_mix (
  district_id uuid not null references district,
  id uuid not null,
  partner_id uuid not null,
  effective_on date not null,
  on_campus int not null check (on_campus between 0 and 999),
  off_campus int not null check (off_campus between 0 and 999),
  at_home int not null check (at_home between 0 and 999),
  by_video int not null check (by_video between 0 and 999),
  planned_by uuid not null,
  planned_at timestamptz not null,
  begun_at timestamptz,
  primary key (district_id, id),
  unique (district_id, partner_id, effective_on),
  foreign key (district_id, partner_id) references partner (district_id, id),
  foreign key (district_id, planned_by) references person (district_id, id)
);
comment on table modality_mix is 'How many open places an agency has for each way of seeing families from a day on.';
comment on column modality_mix.district_id is 'Tenant.';
comment on column modality_mix.id is 'UUIDv7 made by the application.';
comment on column modality_mix.partner_id is 'The agency.';
comment on column modality_mix.effective_on is 'The day from which it holds.';
comment on column modality_mix.on_campus is 'Open places on campus.';
comment on column modality_mix.off_campus is 'Open places at the agency.';
comment on column modality_mix.at_home is 'Open places at home.';
comment on column modality_mix.by_video is 'Open places by video.';
comment on column modality_mix.planned_by is 'Who planned it.';
comment on column modality_mix.planned_at is 'When.';
comment on column modality_mix.begun_at is 'When the room of the agency followed; null before.';
select house.wall('modality_mix', 'school'), house.may('modality_mix', 'change'), house.traced('modality_mix', 'partner_id');
