-- The trail goes on in another server. Numbers of transactions count anew where a copy is put back, and would lie below what
-- was sealed: no seal would cover them, and the guards would take the trace of another transaction for that of this one. A place in
-- the trail is the number of the transaction and a shift, which an epoch gives to it.
create table house.trail_epoch (
  number int primary key check (number > 0),
  opened_at timestamptz not null default now(),
  server text not null,
  shift bigint not null check (shift >= 0)
);
comment on table house.trail_epoch is 'The servers the trail was written in, one after another. Belongs to the installation.';
comment on column house.trail_epoch.number is 'From 1 without gaps.';
comment on column house.trail_epoch.opened_at is 'Since when.';
comment on column house.trail_epoch.server is 'Which server: its identifier.';
comment on column house.trail_epoch.shift is 'What is added to the number of a transaction, so that places in the trail never repeat.';
grant select on house.trail_epoch to throughline_sealer;

create function house.this_server() returns text language sql stable set search_path = pg_catalog, pg_temp as $$
  select system_identifier::text from pg_control_system()
$$;
comment on function house.this_server is 'Which server this is: another one wherever a copy is loaded into a server made anew.';
revoke all on function house.this_server from public;
grant execute on function house.this_server to throughline_sealer;
insert into house.trail_epoch (number, server, shift) values (1, house.this_server(), 0);

-- Without a setting of their own, so that the planner puts what they say in their place: they cost nothing. An epoch replaces the
-- first; `stable` keeps a plan from holding on to what it said before.
create function house.trail_shift() returns bigint language sql stable as 'select 0::bigint';
comment on function house.trail_shift is 'What the epoch in force adds to the number of a transaction.';
create function house.trail_place() returns bigint language sql stable
  as 'select pg_current_xact_id()::text::bigint + house.trail_shift()';
comment on function house.trail_place is 'Where in the trail the open transaction writes.';
revoke all on function house.trail_shift, house.trail_place from public;
grant execute on function house.trail_shift, house.trail_place
  to throughline_app, throughline_auth, throughline_worker, throughline_guard, throughline_remover, throughline_restorer, throughline_sealer;
alter table audit_event alter column xact set default house.trail_place();
comment on column audit_event.xact is 'The place of its transaction in the trail: the guards and the sealing order use it.';
comment on column audit_seal.from_xact is 'First place covered.';
comment on column audit_seal.until_xact is 'First place not covered any more.';

create function house.open_trail_epoch(above bigint) returns int language plpgsql
set search_path = pg_catalog, public, house, pg_temp as $$
declare
  here constant bigint := pg_current_xact_id()::text::bigint;
  shift constant bigint := greatest(0, above - here, (select max(e.shift) from house.trail_epoch e));
  number constant int := (select coalesce(max(e.number), 0) + 1 from house.trail_epoch e);
begin
  insert into house.trail_epoch (number, server, shift) values (number, house.this_server(), shift);
  execute format('create or replace function house.trail_shift() returns bigint language sql stable as %L',
    format('select %s::bigint', shift));
  return number;
end $$;
comment on function house.open_trail_epoch is 'Goes on with the trail in this server, above every place that was ever written or sealed.';
revoke all on function house.open_trail_epoch from public;

create or replace function house.leaves_a_trace() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
declare
  changed jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
begin
  if tg_op = 'UPDATE' and current_setting('role') = 'throughline_keeper' then return null; end if;
  if not exists (
    select 1 from public.audit_event e
    where e.district_id = (changed ->> 'district_id')::uuid
      and e.xact = house.trail_place()
      and (e.subject_id = coalesce(changed ->> tg_argv[0], changed ->> tg_argv[1])::uuid
        or (tg_op = 'UPDATE' and e.name = 'records.removed'))
  ) then
    raise exception 'a change to % left no trace', tg_table_name using errcode = 'TL001';
  end if;
  return null;
end $$;
