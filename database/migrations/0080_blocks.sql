-- Whom nobody lets near a student's records: custody and protective orders, a conflict of interest, a student's own
-- objection. A block is part of the wall itself, so that no right, no role and no query stands above it.
create table access_block (
  district_id uuid not null references district,
  id uuid not null,
  student_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('custody', 'protective_order', 'conflict_of_interest', 'student_objection')),
  document_reference text check (length(document_reference) between 1 and 120),
  set_by uuid not null,
  set_at timestamptz not null,
  lifted_because text check (lifted_because in ('order_ended', 'no_longer_holds', 'set_by_mistake')),
  lifted_by uuid,
  lifted_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, person_id) references person (district_id, id),
  foreign key (district_id, set_by) references person (district_id, id),
  foreign key (district_id, lifted_by) references person (district_id, id),
  check (num_nonnulls(lifted_because, lifted_by, lifted_at) in (0, 3)),
  -- Whoever is kept away never opens the door themselves.
  check (lifted_by <> person_id)
);
comment on table access_block is 'Somebody who is kept from everything of one student, whatever else they may see.';
comment on column access_block.district_id is 'Tenant.';
comment on column access_block.id is 'UUIDv7 made by the application.';
comment on column access_block.student_id is 'Whose records are closed.';
comment on column access_block.person_id is 'To whom.';
comment on column access_block.kind is 'Why: an order on custody or protection, a conflict of interest, or the student''s own objection.';
comment on column access_block.document_reference is 'Where the order is kept, for example its number. Nothing of what it says.';
comment on column access_block.set_by is 'Who wrote it down; in a conflict of interest often the person themselves.';
comment on column access_block.set_at is 'Since when.';
comment on column access_block.lifted_because is 'Why it ended.';
comment on column access_block.lifted_by is 'Who ended it.';
comment on column access_block.lifted_at is 'When it ended.';
create unique index access_block_once on access_block (district_id, person_id, student_id, kind) where lifted_at is null;
create index access_block_by_student on access_block (district_id, student_id, set_at);

-- Every wall around rows of a student has the block in it: those that stand, and those that will be built.
create function house.unblocked(target regclass) returns text
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  student text := case when target = 'public.student'::regclass then 'id' else (
    select attname from pg_attribute where attrelid = target and attname = 'student_id' and not attisdropped) end;
begin
  if student is null then return null; end if;
  -- Coalesced, so that it is planned for letting rows through; a row of no student is nobody's to be kept from.
  return format($sql$coalesce(case when coalesce(current_setting('app.blocked', true), '') = '' then true
    else %I <> all (current_setting('app.blocked')::uuid[]) end, true)$sql$, student);
end $$;
comment on function house.unblocked is 'The part of a wall that keeps rows of a student from whoever is blocked from them, or null.';
revoke all on function house.unblocked from public;

do $$
declare
  made text := pg_get_functiondef('house.wall(regclass, text)'::regprocedure);
  built constant text := $sql$execute format('alter table %s enable row level security', target);$sql$;
  wall record;
begin
  if position(built in made) = 0 then raise exception 'house.wall no longer builds as expected'; end if;
  execute replace(made, built, $sql$if house.unblocked(target) is not null then
    sees := format('%s and %s', sees, house.unblocked(target));
    -- A refusal is on record whoever it was.
    if kind <> 'append' then writes := format('%s and %s', writes, house.unblocked(target)); end if;
  end if;
  $sql$ || built);
  for wall in
    select polrelid::regclass as target, polname, pg_get_expr(polqual, polrelid) as sees,
      pg_get_expr(polwithcheck, polrelid) as writes, house.unblocked(polrelid) as unblocked
    from pg_policy where 'throughline_app'::regrole = any (polroles) and house.unblocked(polrelid) is not null
  loop
    execute format('alter policy %I on %s using (%s and %s)', wall.polname, wall.target, wall.sees, wall.unblocked);
    if wall.target <> 'public.audit_event'::regclass then
      execute format('alter policy %I on %s with check (%s and %s)', wall.polname, wall.target, wall.writes, wall.unblocked);
    end if;
  end loop;
end $$;
select house.wall('access_block', 'school'), house.may('access_block', 'change');
select house.traced('access_block');
grant select on access_block to throughline_guard;
create policy guard_reads on access_block for select to throughline_guard using (true);

-- Whom somebody is kept from comes with who they are: at the next request after it is set, and never later.
alter type house.standing add attribute blocked_ids uuid[];
create or replace function house.standings_of(login uuid, at timestamptz) returns setof house.standing
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return query
  select p.district_id, p.id, a.id, p.name, a.role, a.partner_id, a.student_id, a.whole_district,
    coalesce((select array_agg(s.school_id order by s.school_id) from assignment_school s
      where s.district_id = a.district_id and s.assignment_id = a.id), '{}'),
    coalesce((select v.revision from district_revision v where v.district_id = p.district_id), 0),
    coalesce((select array_agg(distinct b.student_id) from access_block b
      where b.district_id = p.district_id and b.person_id = p.id and b.lifted_at is null), '{}')
  from person p
  join district d on d.district_id = p.district_id
  join assignment a on a.district_id = p.district_id and a.person_id = p.id
  left join partner r on r.district_id = a.district_id and r.id = a.partner_id
  where p.login_id = login and p.ended_at is null and (a.ended_at is null or a.ended_at > at)
    and (r.id is null or r.ended_at is null or r.ended_at > at)
    and a.starts_on <= (at at time zone d.time_zone)::date
    and (a.ends_on is null or a.ends_on >= (at at time zone d.time_zone)::date)
  order by a.covers_for nulls first, a.starts_on, a.id;
end
$$;
create or replace function house.standing_of_token(token uuid, hash bytea, at timestamptz) returns setof house.standing
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return query
  select p.district_id, p.id, a.id, p.name, a.role, a.partner_id, a.student_id, a.whole_district,
    coalesce((select array_agg(s.school_id order by s.school_id) from assignment_school s
      where s.district_id = a.district_id and s.assignment_id = a.id), '{}'),
    coalesce((select v.revision from district_revision v where v.district_id = p.district_id), 0),
    coalesce((select array_agg(distinct b.student_id) from access_block b
      where b.district_id = p.district_id and b.person_id = p.id and b.lifted_at is null), '{}')
  from access_token t
  join assignment a on a.district_id = t.district_id and a.id = t.assignment_id
  join person p on p.district_id = a.district_id and p.id = a.person_id
  join district d on d.district_id = a.district_id
  left join partner r on r.district_id = a.district_id and r.id = a.partner_id
  where t.id = token and t.secret_hash = hash and t.revoked_at is null and t.expires_at > at
    and (r.id is null or r.ended_at is null or r.ended_at > at)
    and p.ended_at is null and (a.ended_at is null or a.ended_at > at)
    and a.starts_on <= (at at time zone d.time_zone)::date
    and (a.ends_on is null or a.ends_on >= (at at time zone d.time_zone)::date);
end
$$;
-- Asked at every page of a browser: planned once for each connection, as the two above.
drop function house.places_of;
create function house.places_of(login uuid, at timestamptz)
returns table (district_id uuid, person_id uuid, assignment_id uuid, name text, role text, partner_id uuid,
  student_id uuid, whole_district boolean, school_ids uuid[], revision bigint, blocked_ids uuid[], language text, district_name text,
  time_zone text, demo boolean, partner_name text, school_names text[], number bigint)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  return query
  select s.district_id, s.person_id, s.assignment_id, s.name, s.role, s.partner_id, s.student_id, s.whole_district,
    s.school_ids, s.revision, s.blocked_ids, p.language, d.name, d.time_zone, d.demo, r.short_name,
    coalesce((select array_agg(c.name order by c.name) from school c
      where c.district_id = s.district_id and c.id = any (s.school_ids)), '{}'),
    s.number
  from house.standings_of(login, at) with ordinality as s(district_id, person_id, assignment_id, name, role, partner_id,
    student_id, whole_district, school_ids, revision, blocked_ids, number)
  join district d on d.district_id = s.district_id
  join person p on p.district_id = s.district_id and p.id = s.person_id
  left join partner r on r.district_id = s.district_id and r.id = s.partner_id
  order by s.number;
end
$$;
alter function house.places_of owner to throughline_guard;
comment on function house.places_of is 'The assignments in force behind a sign-in account, with what a menu says of each.';
revoke all on function house.places_of from public;
grant execute on function house.places_of to throughline_auth;
