-- What teachers, school staff and agency staff read and acknowledge before they read records of students. The words stand in
-- versions that are never edited; an acknowledgement is of one version, and holds for the days that version gives it.
create table privacy_terms (
  district_id uuid not null references district,
  id uuid not null,
  audience text not null check (audience in ('teacher', 'school', 'partner')),
  version int not null check (version > 0),
  lines text[] not null check (cardinality(lines) between 1 and 20),
  valid_days int not null check (valid_days between 30 and 1100),
  sample boolean not null,
  in_force_from timestamptz not null,
  published_by uuid,
  published_at timestamptz not null,
  primary key (district_id, id),
  unique (district_id, audience, version),
  unique (district_id, id, audience),
  foreign key (district_id, published_by) references person (district_id, id)
);
comment on table privacy_terms is 'One version of what an audience acknowledges about privacy. Never edited.';
comment on column privacy_terms.district_id is 'Tenant.';
comment on column privacy_terms.id is 'UUIDv7 made by the application.';
comment on column privacy_terms.audience is 'Who reads it: teachers, everybody else at school, or people of an agency.';
comment on column privacy_terms.version is 'Counts up from 1 for the audience.';
comment on column privacy_terms.lines is 'What they keep to, one sentence each.';
comment on column privacy_terms.valid_days is 'Days an acknowledgement of this version holds.';
comment on column privacy_terms.sample is 'Ships with Throughline and is not approved for use.';
comment on column privacy_terms.in_force_from is 'From when it is asked for, until the next version is.';
comment on column privacy_terms.published_by is 'Who published it; null for what ships.';
comment on column privacy_terms.published_at is 'When.';
select house.wall('privacy_terms', 'district'), house.may('privacy_terms', 'add'), house.traced('privacy_terms');

create table acknowledgement (
  district_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  terms_id uuid not null,
  acknowledged_at timestamptz not null,
  ends_on date not null,
  primary key (district_id, id),
  foreign key (district_id, person_id) references person (district_id, id),
  foreign key (district_id, terms_id) references privacy_terms (district_id, id)
);
comment on table acknowledgement is 'Somebody acknowledged one version of what they keep to. Never edited.';
comment on column acknowledgement.district_id is 'Tenant.';
comment on column acknowledgement.id is 'UUIDv7 made by the application.';
comment on column acknowledgement.person_id is 'Who.';
comment on column acknowledgement.terms_id is 'The version they read.';
comment on column acknowledgement.acknowledged_at is 'When.';
comment on column acknowledgement.ends_on is 'The last day it holds, by the days its version gives.';
create index acknowledgement_by_person on acknowledgement (district_id, person_id, terms_id, ends_on);
select house.wall('acknowledgement', 'own news'), house.may('acknowledgement', 'add'), house.traced('acknowledgement');

grant select on privacy_terms, acknowledgement to throughline_guard;
create policy guard_reads on privacy_terms for select to throughline_guard using (true);
create policy guard_reads on acknowledgement for select to throughline_guard using (true);

create function house.terms_audience(role text, partner uuid, student uuid) returns text language sql immutable as $$
  select case when student is not null then null when partner is not null then 'partner'
    when role = 'teacher' then 'teacher' else 'school' end
$$;
comment on function house.terms_audience is 'Whose terms an assignment is held to; null for a family, which acknowledges nothing.';

create function house.terms_end_on(district uuid, person uuid, audience text, at timestamptz, today date) returns date
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select case when audience is null or t.id is null then 'infinity'::date else (
    select max(k.ends_on) from acknowledgement k
    where k.district_id = district and k.person_id = person and k.terms_id = t.id and k.ends_on >= today) end
  from (select 1) as one
  left join lateral (select p.id from privacy_terms p
    where p.district_id = district and p.audience = terms_end_on.audience and p.in_force_from <= at
    order by p.in_force_from desc, p.version desc limit 1) t on true
$$;
comment on function house.terms_end_on is
  'The last day on which what somebody acknowledged holds; null when they owe it, infinity when there is nothing to acknowledge.';
revoke all on function house.terms_audience, house.terms_end_on from public;
grant execute on function house.terms_audience, house.terms_end_on to throughline_app, throughline_guard;

-- Whether somebody acknowledged comes with who they are, like what they are kept from: nothing more is asked at a request. A
-- machine acts for whoever holds its assignment, so their acknowledgement counts.
alter type house.standing add attribute terms_end_on date;
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
    and (a.ends_on is null or a.ends_on >= (at at time zone d.time_zone)::date);
end
$$;
drop function house.places_of;
create function house.places_of(login uuid, at timestamptz)
returns table (district_id uuid, person_id uuid, assignment_id uuid, name text, role text, partner_id uuid,
  student_id uuid, whole_district boolean, school_ids uuid[], revision bigint, blocked_ids uuid[], openings jsonb,
  terms_end_on date, language text, district_name text, time_zone text, demo boolean, partner_name text, school_names text[],
  number bigint)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  return query
  select s.district_id, s.person_id, s.assignment_id, s.name, s.role, s.partner_id, s.student_id, s.whole_district,
    s.school_ids, s.revision, s.blocked_ids, s.openings, s.terms_end_on, p.language, d.name, d.time_zone, d.demo, r.short_name,
    coalesce((select array_agg(c.name order by c.name) from school c
      where c.district_id = s.district_id and c.id = any (s.school_ids)), '{}'),
    s.number
  from house.standings_of(login, at) with ordinality as s(district_id, person_id, assignment_id, name, role, partner_id,
    student_id, whole_district, school_ids, revision, blocked_ids, openings, terms_end_on, number)
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
