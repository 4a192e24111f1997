-- Handle With Care: whoever keeps the peace in a place says that a child may have seen or lived through something, so that school
-- is gentle with them. Nothing is said of what happened: there is no column for it. Who may send is agreed and recorded, and what
-- was sent ends after some days.
create table care_notice_agreement (
  district_id uuid not null references district,
  id uuid not null,
  agency text not null,
  reference text not null,
  starts_on date not null,
  ends_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, recorded_by) references person (district_id, id),
  foreign key (district_id, ended_by) references person (district_id, id),
  check (ends_on >= starts_on),
  check ((ended_at is null) = (ended_by is null))
);
comment on table care_notice_agreement is 'How a law-enforcement agency and the district agreed to send Handle With Care notices.';
comment on column care_notice_agreement.district_id is 'Tenant.';
comment on column care_notice_agreement.id is 'UUIDv7 made by the application.';
comment on column care_notice_agreement.agency is 'The agency, by its name.';
comment on column care_notice_agreement.reference is 'The document both signed, and where it lies.';
comment on column care_notice_agreement.starts_on is 'First day it holds.';
comment on column care_notice_agreement.ends_on is 'Last day it holds.';
comment on column care_notice_agreement.recorded_by is 'Who put it on file.';
comment on column care_notice_agreement.recorded_at is 'When.';
comment on column care_notice_agreement.ended_by is 'Who ended it before its last day.';
comment on column care_notice_agreement.ended_at is 'When; null while it goes on.';
select house.wall('care_notice_agreement', 'school'), house.may('care_notice_agreement', 'change'),
  house.traced('care_notice_agreement');

create table care_notice_sender (
  district_id uuid not null references district,
  id uuid not null,
  agreement_id uuid not null,
  label text not null,
  code text not null check (code ~ '^[a-z2-9]{12}$'),
  key_hash bytea not null,
  made_by uuid not null,
  made_at timestamptz not null,
  revoked_by uuid,
  revoked_at timestamptz,
  full_told_at timestamptz,
  primary key (district_id, id),
  unique (district_id, code),
  foreign key (district_id, agreement_id) references care_notice_agreement (district_id, id),
  foreign key (district_id, made_by) references person (district_id, id),
  foreign key (district_id, revoked_by) references person (district_id, id),
  check ((revoked_at is null) = (revoked_by is null))
);
comment on table care_notice_sender is 'A desk of an agency that may send notices: an address of its own, and a key that opens nothing else.';
comment on column care_notice_sender.district_id is 'Tenant.';
comment on column care_notice_sender.id is 'UUIDv7 made by the application.';
comment on column care_notice_sender.agreement_id is 'The agreement it sends under.';
comment on column care_notice_sender.label is 'Which desk.';
comment on column care_notice_sender.code is 'Its address on this site. No secret.';
comment on column care_notice_sender.key_hash is 'SHA-256 of its key, which is kept nowhere.';
comment on column care_notice_sender.made_by is 'Who made it.';
comment on column care_notice_sender.made_at is 'When.';
comment on column care_notice_sender.revoked_by is 'Who revoked it.';
comment on column care_notice_sender.revoked_at is 'When; null while it may send.';
comment on column care_notice_sender.full_told_at is 'When the trail last said that it sent too much at once.';
create index care_notice_sender_by_agreement on care_notice_sender (district_id, agreement_id);
create index care_notice_sender_by_code on care_notice_sender (code);
select house.wall('care_notice_sender', 'school'), house.may('care_notice_sender', 'change'), house.traced('care_notice_sender');

create table care_notice_designee (
  district_id uuid not null references district,
  id uuid not null,
  school_id uuid not null,
  person_id uuid not null,
  position int not null check (position in (1, 2)),
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
comment on table care_notice_designee is 'Somebody at a school who is told of notices.';
comment on column care_notice_designee.district_id is 'Tenant.';
comment on column care_notice_designee.id is 'UUIDv7 made by the application.';
comment on column care_notice_designee.school_id is 'The school.';
comment on column care_notice_designee.person_id is 'Who is told.';
comment on column care_notice_designee.position is '1: told at once. 2: told when nobody answered in time.';
comment on column care_notice_designee.named_by is 'Who named them.';
comment on column care_notice_designee.named_at is 'When.';
comment on column care_notice_designee.ended_by is 'Who ended it.';
comment on column care_notice_designee.ended_at is 'When; null while they are told.';
create unique index care_notice_designee_once on care_notice_designee (district_id, school_id, person_id) where ended_at is null;
select house.wall('care_notice_designee', 'school'), house.may('care_notice_designee', 'change'),
  house.traced('care_notice_designee');

-- Which desk an address is of, and whether a key is its key: asked anew each time, so that a key that was revoked, or whose
-- agreement ended, is as one that never was.
grant select on care_notice_agreement, care_notice_sender to throughline_guard;
create policy guard_reads on care_notice_agreement for select to throughline_guard using (true);
create policy guard_reads on care_notice_sender for select to throughline_guard using (true);
create function house.care_notice_sender(address text, given bytea, at timestamptz)
returns table (district_id uuid, sender_id uuid, agency text, label text, opens boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select s.district_id, s.id, a.agency, s.label, coalesce(s.key_hash = given, false)
  from care_notice_sender s
  join care_notice_agreement a on a.district_id = s.district_id and a.id = s.agreement_id
  join district d on d.district_id = s.district_id
  where s.code = address and s.revoked_at is null and a.ended_at is null
    and (at at time zone d.time_zone)::date between a.starts_on and a.ends_on
  order by s.made_at limit 1
$$;
alter function house.care_notice_sender owner to throughline_guard;
comment on function house.care_notice_sender is 'Which desk sends at an address while its agreement holds, and whether what was given is its key.';
revoke all on function house.care_notice_sender from public;
grant execute on function house.care_notice_sender to throughline_app;

-- A copy of the database gives no desk its key back.
create function house.revoke_care_sender_again(district uuid, event jsonb) returns void language sql
set search_path = pg_catalog, public, house, pg_temp as $$
  update care_notice_sender s set revoked_at = (event ->> 'at')::timestamptz,
    revoked_by = house.known_person(district, event ->> 'personId', s.made_by)
  where s.district_id = district and s.id = (event ->> 'subjectId')::uuid and s.revoked_at is null
$$;
comment on function house.revoke_care_sender_again is 'The key of a desk was revoked.';
create function house.end_care_agreement_again(district uuid, event jsonb) returns void language sql
set search_path = pg_catalog, public, house, pg_temp as $$
  update care_notice_agreement a set ended_at = (event ->> 'at')::timestamptz,
    ended_by = house.known_person(district, event ->> 'personId', a.recorded_by)
  where a.district_id = district and a.id = (event ->> 'subjectId')::uuid and a.ended_at is null
$$;
comment on function house.end_care_agreement_again is 'An agreement on Handle With Care notices was ended.';
grant select, update (revoked_at, revoked_by) on care_notice_sender to throughline_restorer;
grant select, update (ended_at, ended_by) on care_notice_agreement to throughline_restorer;
create policy restorer_takes_back on care_notice_sender to throughline_restorer using (true) with check (true);
create policy restorer_takes_back on care_notice_agreement to throughline_restorer using (true) with check (true);
select house.takes_back('care_sender.revoked', 'revoke_care_sender_again'),
  house.takes_back('care_agreement.ended', 'end_care_agreement_again');
