-- Whether somebody is kept from one of these students at work. Only the school side reads blocks, and who is family; whoever is
-- kept away is offered to nobody on any side, so the question is answered behind the walls, with yes or no and nothing of why.
create function house.not_kept(person uuid, students uuid[]) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return not (coalesce(students, '{}') &&
    house.kept_from(nullif(current_setting('app.district_id', true), '')::uuid, person, true));
end $$;
alter function house.not_kept(uuid, uuid[]) owner to throughline_guard;
comment on function house.not_kept is 'Whether a person is kept from none of these students at work.';
revoke all on function house.not_kept(uuid, uuid[]) from public;
grant execute on function house.not_kept(uuid, uuid[]) to throughline_app;
