-- The address somebody signs in with can be changed: by themselves, once the new address answered a link, or by whoever
-- answers for access after a check of who they are. What changed is told to the address before and to the new one.
alter table auth.link add column new_address text;
comment on column auth.link.new_address is 'The address that is to be signed in with, in lower case; null for links of another kind.';
comment on column auth.link.kind is 'Invitation, new password or new address.';
comment on column auth.link.login_id is 'Whose password or address may be set anew.';
comment on table auth.link is 'A one-use link sent by mail: an invitation, or a way to a new password or to a new address.';
alter table auth.link
  drop constraint link_kind_check,
  drop constraint link_check1,
  add constraint link_kind_check check (kind in ('invitation', 'new_password', 'new_address')),
  add constraint link_of_login check ((kind <> 'invitation') = (login_id is not null)),
  add constraint link_new_address check ((kind = 'new_address') = (new_address is not null));

create table auth.notice (
  id uuid primary key,
  address text not null,
  about text not null check (about in ('password', 'second_step', 'recovery_codes', 'address_asked', 'address_left',
    'address_new', 'passkey_added', 'passkey_removed')),
  language text not null,
  created_at timestamptz not null,
  taken_at timestamptz
);
comment on table auth.notice is 'A letter that tells somebody their sign-in was changed. It stands here until the mail server took it.';
comment on column auth.notice.id is 'UUIDv7 made by the application.';
comment on column auth.notice.address is 'Where it goes: the address the person signs in with, or the one they did before.';
comment on column auth.notice.about is 'What was changed.';
comment on column auth.notice.language is 'BCP 47 tag of the language it is written in.';
comment on column auth.notice.created_at is 'When the change was made.';
comment on column auth.notice.taken_at is 'When a process began to send it; null while nobody does.';
grant select, insert, update, delete on auth.notice to throughline_auth;

create function house.addresses_of(login uuid) returns table (district_id uuid, person_id uuid, email text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select p.district_id, p.id, p.email from person p where p.login_id = login order by p.created_at, p.id
$$;
alter function house.addresses_of owner to throughline_guard;
comment on function house.addresses_of is 'The person records behind a sign-in account and the address each has on record.';
revoke all on function house.addresses_of from public;
grant execute on function house.addresses_of to throughline_auth, throughline_owner;

-- The third door from an act to signing in. It follows a record of the district and never goes before it: the person's
-- address was changed in this very transaction, which the guard of that table lets nobody do without a trace.
create function house.change_address(login uuid, district uuid, address text, at timestamptz, language text,
  keep uuid, for_another boolean)
returns text language plpgsql security definer set search_path = pg_catalog, auth, pg_temp as $$
declare
  before text;
begin
  if exists (select from auth.login l where l.email = address and l.id <> login) then return 'taken'; end if;
  if for_another and exists (select from house.addresses_of(login) p where p.district_id <> district) then
    return 'elsewhere';
  end if;
  if not exists (select from house.addresses_of(login) p where p.district_id = district and p.email = address) then
    raise exception 'the address of a sign-in follows the record of its person';
  end if;
  select l.email into strict before from auth.login l where l.id = login for update;
  update auth.login l set email = address, name = address, updated_at = at where l.id = login;
  delete from auth.session s where s.login_id = login and s.id is distinct from keep;
  update auth.link l set used_at = at where l.login_id = login and l.used_at is null;
  insert into auth.notice (id, address, about, language, created_at)
  values (gen_random_uuid(), before, 'address_left', language, at), (gen_random_uuid(), address, 'address_new', language, at);
  return 'done';
end $$;
comment on function house.change_address is 'Gives a sign-in account another address, ends its other sessions and links, and has both addresses told.';
revoke all on function house.change_address from public;
grant execute on function house.change_address to throughline_app;
