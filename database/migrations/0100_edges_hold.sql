-- A caregiver's sign-in rests on what they are to the child: when that ends, or they may no longer consent, it gives nothing
-- at the next request. What was begun by other means than a checked sign-in stands as it did.
create function house.edge_holds(district uuid, assignment uuid, role text) returns boolean
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select role <> 'caregiver' or not exists (select from family_sign_in f
    where f.district_id = district and f.assignment_id = assignment and f.caregiver_id is not null
      and not exists (select from guardianship g where g.district_id = f.district_id and g.student_id = f.student_id
        and g.caregiver_id = f.caregiver_id and g.ended_on is null and g.authority = 'may_consent'))
$$;
comment on function house.edge_holds is 'Whether what a family sign-in rests on still holds.';
revoke all on function house.edge_holds from public;
grant execute on function house.edge_holds to throughline_app, throughline_guard;
grant select on family_sign_in, guardianship to throughline_guard;
create policy guard_reads on family_sign_in for select to throughline_guard using (true);
create policy guard_reads on guardianship for select to throughline_guard using (true);

create or replace function house.standings_of(login uuid, at timestamptz) returns setof house.standing
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return query
  select p.district_id, p.id, a.id, p.name, a.role, a.partner_id, a.student_id, a.whole_district,
    coalesce((select array_agg(s.school_id order by s.school_id) from assignment_school s
      where s.district_id = a.district_id and s.assignment_id = a.id), '{}'),
    coalesce((select v.revision from district_revision v where v.district_id = p.district_id), 0),
    coalesce((select array_agg(distinct b.student_id) from access_block b
      where b.district_id = p.district_id and b.person_id = p.id and b.lifted_at is null), '{}'),
    (select jsonb_agg(jsonb_build_object('id', o.id, 'studentId', o.student_id, 'endsAt', o.ends_at,
        'until', to_char(o.ends_at at time zone d.time_zone, 'HH24:MI')) order by o.ends_at, o.id)
      from record_opening o where o.district_id = a.district_id and o.assignment_id = a.id and o.opened_at <= at and o.ends_at > at
        and not exists (select from record_opening_end e
          where e.district_id = o.district_id and e.opening_id = o.id and e.ended_at <= at)),
    house.terms_end_on(a.district_id, p.id, house.terms_audience(a.role, a.partner_id, a.student_id), at,
      (at at time zone d.time_zone)::date)
  from person p
  join district d on d.district_id = p.district_id
  join assignment a on a.district_id = p.district_id and a.person_id = p.id
  left join partner r on r.district_id = a.district_id and r.id = a.partner_id
  where p.login_id = login and p.ended_at is null and (a.ended_at is null or a.ended_at > at)
    and (r.id is null or r.ended_at is null or r.ended_at > at)
    and a.starts_on <= (at at time zone d.time_zone)::date
    and (a.ends_on is null or a.ends_on >= (at at time zone d.time_zone)::date)
    and house.edge_holds(a.district_id, a.id, a.role)
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
      where b.district_id = p.district_id and b.person_id = p.id and b.lifted_at is null), '{}'),
    null::jsonb,
    house.terms_end_on(a.district_id, p.id, house.terms_audience(a.role, a.partner_id, a.student_id), at,
      (at at time zone d.time_zone)::date)
  from access_token t
  join assignment a on a.district_id = t.district_id and a.id = t.assignment_id
  join person p on p.district_id = a.district_id and p.id = a.person_id
  join district d on d.district_id = a.district_id
  left join partner r on r.district_id = a.district_id and r.id = a.partner_id
  where t.id = token and t.secret_hash = hash and t.revoked_at is null and t.expires_at > at
    and (r.id is null or r.ended_at is null or r.ended_at > at)
    and p.ended_at is null and (a.ended_at is null or a.ended_at > at)
    and a.starts_on <= (at at time zone d.time_zone)::date
    and (a.ends_on is null or a.ends_on >= (at at time zone d.time_zone)::date)
    and house.edge_holds(a.district_id, a.id, a.role);
end
$$;

-- Blocks win over a removal too.
create or replace function house.remove_records(removal uuid, at timestamptz)
returns table (student_id uuid, rows int, keys uuid[]) language plpgsql security definer
set search_path = pg_catalog, public, house, pg_temp as $$
#variable_conflict use_column
declare
  district constant uuid := nullif(current_setting('app.district_id', true), '')::uuid;
  class text;
  today date;
  named record;
  blocked constant uuid[] := coalesce(nullif(current_setting('app.blocked', true), ''), '{}')::uuid[];
begin
  if current_setting('app.side', true) <> 'school' then
    raise exception 'Records are removed by the district alone' using errcode = '28000';
  end if;
  select m.record_class, (at at time zone d.time_zone)::date into class, today
    from record_removal m join district d on d.district_id = m.district_id
    where m.district_id = district and m.id = removal and m.carried_by is not null and m.carried_by <> m.proposed_by;
  for named in select s.student_id as id from record_removal_student s
    where s.district_id = district and s.removal_id = removal and s.removed_at is null order by 1 loop
    -- Whoever is kept from a student destroys nothing of that student.
    continue when named.id = any (blocked);
    continue when house.removal_standing(district, named.id, class, today) is distinct from 'due';
    select named.id, r.rows, r.keys into student_id, rows, keys from house.remove_of(district, named.id, class) r;
    update record_removal_student s set removed_at = at
      where s.district_id = district and s.removal_id = removal and s.student_id = named.id;
    return next;
  end loop;
end $$;

-- Of care a student agreed to alone, the student is talked with, and no caregiver.
alter table escalation_entry add column spoke_with text check (spoke_with in ('caregiver', 'student')),
  add constraint spoken_of_the_family check (spoke_with is null or kind = 'family');
comment on column escalation_entry.spoke_with is 'Who was talked with: a caregiver, or the student who agreed to the care alone.';
