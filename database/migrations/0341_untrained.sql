-- What somebody is not trained for comes with who they are, like what they acknowledged: nothing more is asked at a request.
grant select on training_requirement, training_completion to throughline_guard;
create policy guard_reads on training_requirement for select to throughline_guard using (true);
create policy guard_reads on training_completion for select to throughline_guard using (true);

create function house.trained_until(district uuid, person uuid, topic text, today date) returns date
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select max(c.valid_until) from training_completion c
  where c.district_id = district and c.person_id = person and c.topic = trained_until.topic and c.taken_back_at is null
    and c.trained_on <= today
$$;
comment on function house.trained_until is 'The last day on which somebody’s training for a topic holds or held; null where they never had one.';

create function house.trainings_required(district uuid, at timestamptz) returns setof text
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select r.topic from (
    select distinct on (q.topic) q.topic, q.required from training_requirement q
    where q.district_id = district and q.in_force_from <= at
    order by q.topic, q.in_force_from desc, q.version desc) r
  where r.required
$$;
comment on function house.trainings_required is 'The trainings a district requires at an instant.';

create function house.untrained(district uuid, person uuid, at timestamptz, today date) returns text[]
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select array_agg(t order by t) from house.trainings_required(district, at) t
  where coalesce(house.trained_until(district, person, t, today) < today, true)
$$;
comment on function house.untrained is 'The trainings a district requires of which somebody has none that holds; null for none.';
revoke all on function house.trained_until, house.trainings_required, house.untrained from public;
grant execute on function house.trained_until, house.trainings_required, house.untrained to throughline_app, throughline_guard;

alter type house.standing add attribute untrained text[];
do $$
declare
  each regprocedure;
  made text;
  last constant text := $sql$house.terms_end_on(a.district_id, p.id, house.terms_audience(a.role, a.partner_id, a.student_id), at,
      (at at time zone d.time_zone)::date)$sql$;
  added constant text := $sql$,
    case when a.partner_id is null and a.student_id is null
      then house.untrained(a.district_id, p.id, at, (at at time zone d.time_zone)::date) end$sql$;
begin
  foreach each in array array['house.standings_of(uuid, timestamptz)', 'house.standing_of_token(uuid, bytea, timestamptz)']::regprocedure[]
  loop
    made := pg_get_functiondef(each);
    if position(last in made) = 0 then raise exception '% no longer ends as expected', each; end if;
    execute replace(made, last, last || added);
  end loop;
end $$;

drop function house.places_of;
create function house.places_of(login uuid, at timestamptz)
returns table (district_id uuid, person_id uuid, assignment_id uuid, name text, role text, partner_id uuid,
  student_id uuid, whole_district boolean, school_ids uuid[], revision bigint, blocked_ids uuid[], openings jsonb,
  terms_end_on date, untrained text[], language text, district_name text, time_zone text, demo boolean, partner_name text,
  school_names text[], number bigint)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  return query
  select s.district_id, s.person_id, s.assignment_id, s.name, s.role, s.partner_id, s.student_id, s.whole_district,
    s.school_ids, s.revision, s.blocked_ids, s.openings, s.terms_end_on, s.untrained, p.language, d.name, d.time_zone, d.demo,
    r.short_name,
    coalesce((select array_agg(c.name order by c.name) from school c
      where c.district_id = s.district_id and c.id = any (s.school_ids)), '{}'),
    s.number
  from house.standings_of(login, at) with ordinality as s(district_id, person_id, assignment_id, name, role, partner_id,
    student_id, whole_district, school_ids, revision, blocked_ids, openings, terms_end_on, untrained, number)
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

-- Whoever was seen through a token is asked anew when a training is recorded, or begins to be required.
do $$
declare
  counted text;
begin
  foreach counted in array array['training_requirement', 'training_completion'] loop
    execute format('create trigger stands_anew after insert or update or delete on %I for each row execute function house.stands_anew()',
      counted);
    execute format('alter table %I enable always trigger stands_anew', counted);
  end loop;
end $$;
create or replace function house.token_holds(token uuid, at timestamptz)
returns table (standing_revision bigint, holds_until timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce((select v.revision from standing_revision v where v.district_id = t.district_id), 0),
    case when a.student_id is not null or a.role = 'caregiver' then at else least(at + interval '1 minute', t.expires_at,
      case when a.ended_at > at then a.ended_at end, case when r.ended_at > at then r.ended_at end,
      ((at at time zone d.time_zone)::date + 1)::timestamp at time zone d.time_zone,
      (select min(p.in_force_from) from privacy_terms p where p.district_id = t.district_id and p.in_force_from > at),
      (select min(q.in_force_from) from training_requirement q where q.district_id = t.district_id and q.in_force_from > at)) end
  from access_token t
  join assignment a on a.district_id = t.district_id and a.id = t.assignment_id
  join district d on d.district_id = t.district_id
  left join partner r on r.district_id = a.district_id and r.id = a.partner_id
  where t.id = token
$$;

-- Somebody trained was asked to run the rubric, because whoever is there has no training for it that holds.
alter table crisis_entry
  drop constraint crisis_entry_kind_check,
  add constraint crisis_entry_kind_check check (kind in ('safety_done', 'role_named', 'rubric_run', 'response_called',
    'response_result', 'departure_explained', 'departure_reviewed', 'caregiver_told', 'caregiver_not_told', 'clinician_told',
    'report_checked', 'handed_over', 'step_skipped', 'danger_said', 'trained_asked'));
