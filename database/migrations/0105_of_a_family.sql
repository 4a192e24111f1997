-- Whether somebody acts for a child alone is of no student in particular, and must not depend on whom the reader is kept from:
-- to whoever was kept away from the child, the caregiver would else look like somebody who works here.
create function house.of_a_family(person uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return exists (select from assignment a
      where a.district_id = nullif(current_setting('app.district_id', true), '')::uuid and a.person_id = person
        and a.student_id is not null)
    and not exists (select from assignment a
      where a.district_id = nullif(current_setting('app.district_id', true), '')::uuid and a.person_id = person
        and a.student_id is null);
end $$;
alter function house.of_a_family(uuid) owner to throughline_guard;
comment on function house.of_a_family is 'Whether a person of the district acts for a child, and works nowhere here.';
revoke all on function house.of_a_family(uuid) from public;
grant execute on function house.of_a_family(uuid) to throughline_app;
