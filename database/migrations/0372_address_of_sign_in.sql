-- The address somebody signs in with stands at their person. Where a court protects how they are reached as a caregiver, it is
-- protected too: no list of people, no page about them and no search says it. It is asked behind the walls: to whoever is kept
-- from the child, the caregiver's address would else stand there. Signing in and messages do not ask here.
create function house.address_of(person uuid) returns text
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  district constant uuid := nullif(current_setting('app.district_id', true), '')::uuid;
begin
  if exists (select from caregiver c join protected_contact x on x.district_id = c.district_id and x.caregiver_id = c.id
      where c.district_id = district and c.person_id = person and x.ended_at is null) then
    return null;
  end if;
  return (select p.email from public.person p where p.district_id = district and p.id = address_of.person);
end $$;
alter function house.address_of(uuid) owner to throughline_guard;
comment on function house.address_of is 'The address of a person as pages about people say it: nothing while a court protects how they are reached.';
revoke all on function house.address_of(uuid) from public;
grant execute on function house.address_of(uuid) to throughline_app;
grant select (district_id, id, person_id) on caregiver to throughline_guard;
grant select (district_id, caregiver_id, ended_at) on protected_contact to throughline_guard;
create policy guard_reads on protected_contact for select to throughline_guard using (true);
