-- Care a student agreed to alone, and what 42 CFR Part 2 protects, is a class of its own. Whoever may not know it meets
-- nothing of it: the transaction of their look says which referrals are withheld, and every wall around rows that hang on a
-- referral compares with that, as it does with students somebody is kept from. No query has to remember it.
create index referral_by_further on referral (district_id, further_of_id) where further_of_id is not null;
create index consent_kept_apart on consent (district_id, referral_id) where minor_consented or family_sees <> 'family';

-- The part of a wall that withholds: by the referral a row is or hangs on, by its consent or escalation, or by what a trace
-- or a piece of news speaks of.
create function house.unwithheld(target regclass) returns text
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  hangs_on text := case when target = 'public.referral'::regclass then 'id' else (
    select attname from pg_attribute where attrelid = target and not attisdropped
      and attname in ('referral_id', 'consent_id', 'escalation_id', 'subject_id')
    order by array_position(array['referral_id', 'consent_id', 'escalation_id', 'subject_id'], attname::text) limit 1) end;
begin
  if hangs_on is null then return null; end if;
  -- Coalesced, so that it is planned for letting rows through; what hangs on nothing is withheld from nobody.
  return format($sql$coalesce(case when coalesce(current_setting('app.withheld', true), '') = '' then true
    else position(%I::text in current_setting('app.withheld')) = 0 end, true)$sql$, hangs_on);
end $$;
comment on function house.unwithheld is 'The part of a wall that keeps what hangs on a withheld referral from whoever may not know it, or null.';
revoke all on function house.unwithheld from public;

do $$
declare
  made text := pg_get_functiondef('house.wall(regclass, text)'::regprocedure);
  built constant text := $sql$execute format('alter table %s enable row level security', target);$sql$;
  wall record;
begin
  if position(built in made) = 0 then raise exception 'house.wall no longer builds as expected'; end if;
  execute replace(made, built, $sql$if house.unwithheld(target) is not null then
    sees := format('%s and %s', sees, house.unwithheld(target));
  end if;
  $sql$ || built);
  for wall in
    select polrelid::regclass as target, polname, pg_get_expr(polqual, polrelid) as sees, house.unwithheld(polrelid) as unwithheld
    from pg_policy where 'throughline_app'::regrole = any (polroles) and house.unwithheld(polrelid) is not null
  loop
    execute format('alter policy %I on %s using (%s and %s)', wall.polname, wall.target, wall.sees, wall.unwithheld);
  end loop;
end $$;

-- Which referrals are withheld from here on: those with an answer the caregivers do not read, those they were redirected
-- from or to, and those an agency asked for beside them; with what the trail says of them. Asked between the walls of
-- whoever looks, before anything else is, and for the students they can meet.
create function house.withhold(schools uuid[], opened uuid[]) returns void
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  district constant uuid := nullif(current_setting('app.district_id', true), '')::uuid;
begin
  perform set_config('app.withheld', coalesce(string_agg(id::text, ' '), ''), true) from (
    with recursive apart as (
      select c.referral_id as id from consent c
        where c.district_id = district and (c.minor_consented or c.family_sees <> 'family')
      union
      select near.id from apart cross join lateral (
        select f.predecessor_id as id from referral f
          where f.district_id = district and f.id = apart.id and f.predecessor_id is not null
        union all select f.id from referral f where f.district_id = district and f.predecessor_id = apart.id
        union all select f.id from referral f where f.district_id = district and f.further_of_id = apart.id) near),
    near as materialized (
      select f.id from apart join referral f on f.district_id = district and f.id = apart.id
        join student s on s.district_id = district and s.id = f.student_id
      where schools is null or f.school_id = any (schools) or s.school_id = any (schools) or s.id = any (opened))
    select id from near
    union all select c.id from near join consent c on c.district_id = district and c.referral_id = near.id
    union all select c.id from near join consent_settlement c on c.district_id = district and c.referral_id = near.id
    union all select e.id from near join escalation e on e.district_id = district and e.referral_id = near.id
    union all select b.id from near join standard_breach b on b.district_id = district and b.referral_id = near.id
    union all select a.id from near join appointment a on a.district_id = district and a.referral_id = near.id
    union all select g.id from near join safety_signal g on g.district_id = district and g.referral_id = near.id) withheld;
end $$;
comment on function house.withhold is 'Says for the rest of the transaction which referrals are withheld from whoever looks.';
revoke all on function house.withhold from public;
grant execute on function house.withhold to throughline_app;
