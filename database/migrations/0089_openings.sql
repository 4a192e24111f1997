-- Break-glass: somebody of the school opens the one student they need and do not reach, says why, and somebody else looks at
-- it afterwards. What was opened, what ended early and what was found are facts: each is a row that is only added.
create table record_opening (
  district_id uuid not null references district,
  id uuid not null,
  student_id uuid not null,
  person_id uuid not null,
  assignment_id uuid not null,
  reason text not null check (reason in
    ('danger_now', 'here_now', 'moved_here', 'standing_in', 'asked_by_family', 'asked_by_agency')),
  words text not null,
  opened_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (district_id, id),
  unique (district_id, id, student_id, person_id),
  foreign key (district_id, student_id) references student (district_id, id),
  foreign key (district_id, person_id) references person (district_id, id),
  foreign key (district_id, assignment_id) references assignment (district_id, id),
  check (ends_at > opened_at and ends_at <= opened_at + interval '4 hours')
);
comment on table record_opening is 'Somebody of the school opened one student they do not reach, to read and for hours.';
comment on column record_opening.district_id is 'Tenant.';
comment on column record_opening.id is 'UUIDv7 made by the application.';
comment on column record_opening.student_id is 'Whose records were opened.';
comment on column record_opening.person_id is 'By whom.';
comment on column record_opening.assignment_id is 'The one assignment it holds in.';
comment on column record_opening.reason is 'Why, from a closed list.';
comment on column record_opening.words is 'Why, in words, sealed.';
comment on column record_opening.opened_at is 'From when.';
comment on column record_opening.ends_at is 'Until when, four hours at most: from this instant on it is as if it had never been.';
create index record_opening_by_assignment on record_opening (district_id, assignment_id, ends_at);
create index record_opening_by_student on record_opening (district_id, student_id, opened_at);
create index record_opening_by_time on record_opening (district_id, opened_at, id);
select house.wall('record_opening', 'school'), house.may('record_opening', 'add'), house.traced('record_opening');
grant select on record_opening to throughline_guard;
create policy guard_reads on record_opening for select to throughline_guard using (true);

create table record_opening_end (
  district_id uuid not null,
  opening_id uuid not null,
  student_id uuid not null,
  opened_by uuid not null,
  ended_by uuid not null,
  ended_at timestamptz not null,
  primary key (district_id, opening_id),
  foreign key (district_id, opening_id, student_id, opened_by) references record_opening (district_id, id, student_id, person_id),
  foreign key (district_id, ended_by) references person (district_id, id)
);
comment on table record_opening_end is 'An opening that ended before its time.';
comment on column record_opening_end.district_id is 'Tenant.';
comment on column record_opening_end.opening_id is 'The opening.';
comment on column record_opening_end.student_id is 'Whose records it was about, so that the wall stands on this row too.';
comment on column record_opening_end.opened_by is 'Who had opened them.';
comment on column record_opening_end.ended_by is 'Who ended it: whoever opened it, or who found it not justified.';
comment on column record_opening_end.ended_at is 'From when nothing is read through it any more.';
select house.wall('record_opening_end', 'school'), house.may('record_opening_end', 'add'),
  house.traced('record_opening_end', 'opening_id');
grant select on record_opening_end to throughline_guard;
create policy guard_reads on record_opening_end for select to throughline_guard using (true);

create table record_opening_review (
  district_id uuid not null,
  opening_id uuid not null,
  student_id uuid not null,
  opened_by uuid not null,
  reviewed_by uuid not null,
  reviewed_at timestamptz not null,
  finding text not null check (finding in ('justified', 'not_justified', 'needs_follow_up')),
  words text not null,
  primary key (district_id, opening_id),
  foreign key (district_id, opening_id, student_id, opened_by) references record_opening (district_id, id, student_id, person_id),
  foreign key (district_id, reviewed_by) references person (district_id, id),
  -- Nobody looks at their own.
  check (reviewed_by <> opened_by)
);
comment on table record_opening_review is 'What somebody else found when they looked at an opening.';
comment on column record_opening_review.district_id is 'Tenant.';
comment on column record_opening_review.opening_id is 'The opening.';
comment on column record_opening_review.student_id is 'Whose records it was about, so that the wall stands on this row too.';
comment on column record_opening_review.opened_by is 'Who had opened them.';
comment on column record_opening_review.reviewed_by is 'Who looked at it: never who opened.';
comment on column record_opening_review.reviewed_at is 'When.';
comment on column record_opening_review.finding is 'What they found, from a closed list.';
comment on column record_opening_review.words is 'What they found, in words, sealed.';
select house.wall('record_opening_review', 'school'), house.may('record_opening_review', 'add'),
  house.traced('record_opening_review', 'opening_id');

select house.sealed('record_opening', '{district_id,id,student_id}', '{words}'),
  house.sealed('record_opening_review', '{district_id,opening_id,student_id}', '{words}');

-- How often somebody tried what guessing would break. Counted before anybody is looked for, and kept when the act is refused.
create table act_try (
  district_id uuid not null references district,
  person_id uuid not null,
  act text not null,
  tries int not null check (tries > 0),
  window_ends_at timestamptz not null,
  primary key (district_id, person_id, act),
  foreign key (district_id, person_id) references person (district_id, id)
);
comment on table act_try is 'Tries of one person at one act within a short window.';
comment on column act_try.district_id is 'Tenant.';
comment on column act_try.person_id is 'Who tried.';
comment on column act_try.act is 'What.';
comment on column act_try.tries is 'How often in this window.';
comment on column act_try.window_ends_at is 'When counting starts anew.';
select house.wall('act_try', 'school'), house.may('act_try', 'change');

-- Whom somebody has opened comes with who they are: at the next request after it is opened, and not at the one after its
-- end. A machine opens nothing: a token answers none.
alter type house.standing add attribute openings jsonb;
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
          where e.district_id = o.district_id and e.opening_id = o.id and e.ended_at <= at))
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
    null::jsonb
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
  student_id uuid, whole_district boolean, school_ids uuid[], revision bigint, blocked_ids uuid[], openings jsonb, language text,
  district_name text, time_zone text, demo boolean, partner_name text, school_names text[], number bigint)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  return query
  select s.district_id, s.person_id, s.assignment_id, s.name, s.role, s.partner_id, s.student_id, s.whole_district,
    s.school_ids, s.revision, s.blocked_ids, s.openings, p.language, d.name, d.time_zone, d.demo, r.short_name,
    coalesce((select array_agg(c.name order by c.name) from school c
      where c.district_id = s.district_id and c.id = any (s.school_ids)), '{}'),
    s.number
  from house.standings_of(login, at) with ordinality as s(district_id, person_id, assignment_id, name, role, partner_id,
    student_id, whole_district, school_ids, revision, blocked_ids, openings, number)
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
