-- Asked at every request: as plpgsql these two are planned once for each connection, as plain SQL at every call.
-- Their answers stay the same.
create or replace function house.standings_of(login uuid, at timestamptz) returns setof house.standing
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return query
  select p.district_id, p.id, a.id, p.name, a.role, a.partner_id, a.student_id, a.whole_district,
    coalesce((select array_agg(s.school_id order by s.school_id) from assignment_school s
      where s.district_id = a.district_id and s.assignment_id = a.id), '{}')
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
      where s.district_id = a.district_id and s.assignment_id = a.id), '{}')
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
-- The public half of a token comes without its district.
create index access_token_by_id on access_token (id);
