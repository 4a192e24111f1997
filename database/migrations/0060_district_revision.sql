-- Counts the changes of what every clock and decision of a district runs on: its name and zone, calendar, hours and
-- standards. It is answered together with who somebody is, so that a process may keep what it read at one count and
-- need not read it again at every request.
create table district_revision (
  district_id uuid primary key references district,
  revision bigint not null
);
comment on table district_revision is 'How often a district''s calendar, hours, standards or name changed.';
comment on column district_revision.district_id is 'Tenant.';
comment on column district_revision.revision is 'The count; what was read at one count stays true until the next.';
select house.wall('district_revision', 'school'), house.may('district_revision', 'read');
grant select, insert, update on district_revision to throughline_guard;
create policy guard_counts on district_revision to throughline_guard using (true) with check (true);

create function house.rearranged() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into district_revision as r (district_id, revision)
  values (case when tg_op = 'DELETE' then old.district_id else new.district_id end, 1)
  on conflict (district_id) do update set revision = r.revision + 1;
  return null;
end $$;
alter function house.rearranged owner to throughline_guard;
comment on function house.rearranged is 'Counts a change of what a district''s clocks and decisions run on.';
revoke all on function house.rearranged from public;
create trigger counts_up after insert or update or delete on standard for each row execute function house.rearranged();
create trigger counts_up after insert or update or delete on school_term for each row execute function house.rearranged();
create trigger counts_up after insert or update or delete on school_closure for each row execute function house.rearranged();
create trigger counts_up after insert or update or delete on working_hours for each row execute function house.rearranged();
create trigger counts_up after update on district for each row execute function house.rearranged();

alter type house.standing add attribute revision bigint;
create or replace function house.standings_of(login uuid, at timestamptz) returns setof house.standing
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return query
  select p.district_id, p.id, a.id, p.name, a.role, a.partner_id, a.student_id, a.whole_district,
    coalesce((select array_agg(s.school_id order by s.school_id) from assignment_school s
      where s.district_id = a.district_id and s.assignment_id = a.id), '{}'),
    coalesce((select v.revision from district_revision v where v.district_id = p.district_id), 0)
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
    coalesce((select v.revision from district_revision v where v.district_id = p.district_id), 0)
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
  student_id uuid, whole_district boolean, school_ids uuid[], revision bigint, language text, district_name text,
  time_zone text, demo boolean, partner_name text, school_names text[], number bigint)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  return query
  select s.district_id, s.person_id, s.assignment_id, s.name, s.role, s.partner_id, s.student_id, s.whole_district,
    s.school_ids, s.revision, p.language, d.name, d.time_zone, d.demo, r.short_name,
    coalesce((select array_agg(c.name order by c.name) from school c
      where c.district_id = s.district_id and c.id = any (s.school_ids)), '{}'),
    s.number
  from house.standings_of(login, at) with ordinality as s(district_id, person_id, assignment_id, name, role, partner_id,
    student_id, whole_district, school_ids, revision, number)
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
