-- Staff, and people at an agency, who are family of a student: at work that student is not there for them, by itself and for as
-- long as they are family. What they read as a caregiver stays theirs. A conflict somebody declares, or is noticed, is of the work
-- as well; an order or a student's objection still closes everything.
create function house.kept_from(district uuid, person uuid, works boolean) returns uuid[]
language plpgsql stable set search_path = pg_catalog, public, pg_temp as $$
begin
  return array(
    select b.student_id from access_block b
    where b.district_id = district and b.person_id = person and b.lifted_at is null
      and (works or b.kind <> 'conflict_of_interest')
    union
    select f.student_id from assignment f
    where works and f.district_id = district and f.person_id = person and f.student_id is not null and f.ended_at is null
    union
    select g.student_id from caregiver c
    join guardianship g on g.district_id = c.district_id and g.caregiver_id = c.id
    where works and c.district_id = district and c.person_id = person and g.ended_on is null
    union
    select g.student_id from person p
    join caregiver c on c.district_id = p.district_id and c.source_id = p.source_id
    join guardianship g on g.district_id = c.district_id and g.caregiver_id = c.id
    where works and p.district_id = district and p.id = person and g.ended_on is null);
end $$;
comment on function house.kept_from is 'The students somebody is kept from: at work, or as family of one student.';
revoke all on function house.kept_from from public;
grant execute on function house.kept_from to throughline_app, throughline_guard;
grant select (district_id, id, person_id, source_id) on caregiver to throughline_guard;
create policy guard_reads on caregiver for select to throughline_guard using (true);

do $$
declare
  each regprocedure;
  made text;
  looked constant text := $sql$coalesce((select array_agg(distinct b.student_id) from access_block b
      where b.district_id = p.district_id and b.person_id = p.id and b.lifted_at is null), '{}')$sql$;
begin
  foreach each in array array['house.standings_of(uuid, timestamptz)', 'house.standing_of_token(uuid, bytea, timestamptz)']::regprocedure[]
  loop
    made := pg_get_functiondef(each);
    if position(looked in made) = 0 then raise exception '% no longer looks blocks up as expected', each; end if;
    execute replace(made, looked, 'house.kept_from(p.district_id, p.id, a.student_id is null)');
  end loop;
end $$;

-- That somebody at work has the address of a caregiver is noticed by Throughline: it closes at once, and somebody looks at it.
alter table access_block alter column set_by drop not null,
  add column confirmed_by uuid,
  add column confirmed_at timestamptz,
  add foreign key (district_id, confirmed_by) references person (district_id, id),
  add constraint noticed_is_a_conflict check (set_by is not null or kind = 'conflict_of_interest'),
  add check (num_nonnulls(confirmed_by, confirmed_at) in (0, 2)),
  add check (confirmed_by <> person_id);
comment on column access_block.set_by is 'Who wrote it down; in a conflict of interest often the person themselves; null when Throughline noticed that they have the address of a caregiver.';
comment on column access_block.confirmed_by is 'Who looked at what nobody but the person or Throughline had said, and kept it.';
comment on column access_block.confirmed_at is 'When.';
create index access_block_to_review on access_block (district_id, set_at)
  where lifted_at is null and confirmed_at is null and kind = 'conflict_of_interest';
