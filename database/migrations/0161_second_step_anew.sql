-- Whoever lost every second step (app, recovery codes, passkeys) is given it anew by the same proof as at first: somebody
-- who answers for access made sure who it is, another person of the district confirms it, and a link to the address on
-- record lets them set one up. What they had before opens nothing from the moment it is confirmed.
create table second_step_removal (
  district_id uuid not null references district,
  id uuid not null,
  person_id uuid not null,
  because text not null check (because in ('device_lost', 'device_broken', 'device_changed')),
  checked_how text not null check (checked_how in ('official_id', 'known_in_person', 'called_back')),
  asked_by uuid not null,
  asked_at timestamptz not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, person_id) references person (district_id, id),
  foreign key (district_id, asked_by) references person (district_id, id),
  foreign key (district_id, confirmed_by) references person (district_id, id),
  check (num_nonnulls(confirmed_by, confirmed_at) in (0, 2)),
  constraint asked_by_another check (asked_by <> person_id),
  constraint confirmed_by_another check (confirmed_by not in (asked_by, person_id))
);
comment on table second_step_removal is 'That somebody lost every second step: asked by one person, confirmed by another, and never for oneself.';
comment on column second_step_removal.district_id is 'Tenant.';
comment on column second_step_removal.id is 'UUIDv7 made by the application.';
comment on column second_step_removal.person_id is 'Who lost it.';
comment on column second_step_removal.because is 'Why it is out of reach.';
comment on column second_step_removal.checked_how is 'How whoever asked made sure who it is.';
comment on column second_step_removal.asked_by is 'Who asked.';
comment on column second_step_removal.asked_at is 'When.';
comment on column second_step_removal.confirmed_by is 'Who confirmed it: never who asked.';
comment on column second_step_removal.confirmed_at is 'When; from then on what they had before opens nothing.';
create index second_step_removal_by_person on second_step_removal (district_id, person_id, asked_at);
select house.wall('second_step_removal', 'school'), house.may('second_step_removal', 'change'),
  house.traced('second_step_removal', 'person_id');
grant select on second_step_removal to throughline_guard;
create policy guard_reads on second_step_removal for select to throughline_guard using (true);

create function house.second_step_lost(district uuid, person uuid, at timestamptz, confirmed boolean) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from second_step_removal m where m.district_id = district and m.person_id = person
    and case when confirmed then m.confirmed_at = at and m.confirmed_by not in (m.asked_by, m.person_id)
      else m.asked_at = at and m.confirmed_at is null end)
$$;
alter function house.second_step_lost owner to throughline_guard;
comment on function house.second_step_lost is 'Whether it was asked, or confirmed by another, at this very moment that somebody lost every second step.';
revoke all on function house.second_step_lost from public;
grant execute on function house.second_step_lost to throughline_owner;

alter table auth.second_step add column link_owed boolean not null default false,
  add constraint link_owed_has_none check (not (link_owed and secret is not null));
comment on column auth.second_step.link_owed is 'Whether it was removed: then one is set up through a link to the address on record, and not by the password alone.';

alter table auth.link
  drop constraint link_kind_check,
  add constraint link_kind_check check (kind in ('invitation', 'new_password', 'new_address', 'second_step'));
comment on column auth.link.kind is 'Invitation, new password, new address or new second step.';
comment on column auth.link.login_id is 'Whose password, address or second step may be set anew.';
comment on table auth.link is 'A one-use link sent by mail: an invitation, or a way to a new password, a new address or a new second step.';

alter table auth.notice
  drop constraint notice_about_check,
  add constraint notice_about_check check (about in ('password', 'second_step', 'recovery_codes', 'address_asked',
    'address_left', 'address_new', 'passkey_added', 'passkey_removed', 'second_step_asked', 'second_step_removed'));

-- The fourth door from an act to signing in. It follows a record of the district that was written in this very transaction.
create function house.tell_second_step_asked(login uuid, district uuid, person uuid, at timestamptz, language text)
returns void language plpgsql security definer set search_path = pg_catalog, auth, pg_temp as $$
begin
  if not house.second_step_lost(district, person, at, false) then raise exception 'nobody asked for this'; end if;
  insert into auth.notice (id, address, about, language, created_at)
  select gen_random_uuid(), l.email, 'second_step_asked', language, at from auth.login l where l.id = login;
end $$;
comment on function house.tell_second_step_asked is 'Has somebody told that their second step is about to be removed.';

create function house.remove_second_step(login uuid, district uuid, person uuid, at timestamptz, language text)
returns text language plpgsql security definer set search_path = pg_catalog, auth, pg_temp as $$
begin
  if exists (select from house.addresses_of(login) p where p.district_id <> district) then return 'elsewhere'; end if;
  if not exists (select from house.addresses_of(login) p where p.district_id = district and p.person_id = person)
    or not house.second_step_lost(district, person, at, true) then
    raise exception 'a second step is removed after two people said so';
  end if;
  delete from auth.recovery_code c where c.login_id = login;
  delete from auth.passkey k where k.login_id = login;
  delete from auth.session s where s.login_id = login;
  update auth.link l set used_at = at where l.login_id = login and l.used_at is null;
  insert into auth.second_step (login_id, link_owed) values (login, true)
  on conflict (login_id) do update
    set secret = null, set_up_at = null, last_step = null, pending = null, link_owed = true;
  insert into auth.notice (id, address, about, language, created_at)
  select gen_random_uuid(), l.email, 'second_step_removed', language, at from auth.login l where l.id = login;
  return 'done';
end $$;
comment on function house.remove_second_step is 'Takes away every second step of a sign-in account, ends its sessions and links, and has the person told.';

create function house.ask_for_second_step_link(id uuid, login uuid, at timestamptz, until timestamptz)
returns void language sql security definer set search_path = pg_catalog, auth, pg_temp as $$
  insert into auth.link (id, kind, login_id, created_at, expires_at)
  select id, 'second_step', login, at, until from auth.second_step s where s.login_id = login and s.link_owed
$$;
comment on function house.ask_for_second_step_link is 'Asks for the link by which somebody sets up a second step anew, where one was removed.';
revoke all on function house.tell_second_step_asked, house.remove_second_step, house.ask_for_second_step_link from public;
grant execute on function house.tell_second_step_asked, house.remove_second_step, house.ask_for_second_step_link
  to throughline_app;
