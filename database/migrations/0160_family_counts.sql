-- Who is family of whom says what somebody is kept from at work, so that it counts like a block. A roster writes thousands of
-- these rows at once: they are counted by the statement.
create function house.stand_anew() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into standing_revision as r (district_id, revision)
  select distinct c.district_id, 1 from changed c
  on conflict (district_id) do update set revision = r.revision + 1 where r.xmin <> pg_current_xact_id()::xid;
  return null;
end $$;
alter function house.stand_anew owner to throughline_guard;
comment on function house.stand_anew is 'Counts a change of who is family of whom, once for a statement.';
revoke all on function house.stand_anew from public;
do $$
declare
  counted text;
begin
  foreach counted in array array['caregiver', 'guardianship'] loop
    execute format('create trigger stand_anew_added after insert on %I referencing new table as changed
      for each statement execute function house.stand_anew()', counted);
    execute format('create trigger stand_anew_changed after update on %I referencing new table as changed
      for each statement execute function house.stand_anew()', counted);
    execute format('create trigger stand_anew_removed after delete on %I referencing old table as changed
      for each statement execute function house.stand_anew()', counted);
    execute format('alter table %I enable always trigger stand_anew_added, enable always trigger stand_anew_changed,
      enable always trigger stand_anew_removed', counted);
  end loop;
end $$;
-- Somebody who works here acts for a child from now on; the student system knows them by another name.
create trigger stands_anew_begun after insert on assignment for each row when (new.student_id is not null)
  execute function house.stands_anew();
create trigger stands_anew_known after update of source_id on person for each row execute function house.stands_anew();
alter table assignment enable always trigger stands_anew_begun;
alter table person enable always trigger stands_anew_known;
