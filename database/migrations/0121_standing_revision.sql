-- Counts the changes of what says who somebody is and what they are kept from. Whoever was seen at one count is the same person
-- with the same rights at the next request, as long as the count did not move and no instant passed that is named here.
create table standing_revision (
  district_id uuid primary key references district,
  revision bigint not null
);
comment on table standing_revision is 'How often anything changed that says who somebody of a district is, or what they are kept from.';
comment on column standing_revision.district_id is 'Tenant.';
comment on column standing_revision.revision is 'The count; who was seen at one count is who they are until the next.';
select house.wall('standing_revision', 'district'), house.may('standing_revision', 'read');
grant select, insert, update on standing_revision to throughline_guard;
create policy guard_counts on standing_revision to throughline_guard using (true) with check (true);

-- Once in a transaction is enough: what it wrote is seen by others at its commit, all at once.
create function house.stands_anew() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into standing_revision as r (district_id, revision)
  values (case when tg_op = 'DELETE' then old.district_id else new.district_id end, 1)
  on conflict (district_id) do update set revision = r.revision + 1 where r.xmin <> pg_current_xact_id()::xid;
  return null;
end $$;
alter function house.stands_anew owner to throughline_guard;
comment on function house.stands_anew is 'Counts a change of what says who somebody is.';
revoke all on function house.stands_anew from public;
-- They count for whoever writes: also for somebody with the keys to the database who switches the other guards off.
do $$
declare
  counted record;
begin
  for counted in select * from (values
    ('access_token', 'update or delete'), ('assignment', 'update or delete'),
    ('assignment_school', 'insert or update or delete'), ('person', 'update of name, ended_at or delete'),
    ('partner', 'update of ended_at or delete'), ('access_block', 'insert or update or delete'),
    ('privacy_terms', 'insert or update or delete'), ('acknowledgement', 'insert or update or delete'),
    -- Who somebody is says at which revision of the district they were seen, so that one counts with the other.
    ('district_revision', 'insert or update or delete')) as c(name, change)
  loop
    execute format('create trigger stands_anew after %s on %I for each row execute function house.stands_anew()',
      counted.change, counted.name);
    execute format('alter table %I enable always trigger stands_anew', counted.name);
  end loop;
end $$;

-- What a token was found to be holds until the count moves, and never past an instant at which time alone changes it: its own
-- end, that of the assignment or the agency, midnight, for what begins and ends by the day, and new terms. It is asked anew each
-- minute all the same. A family's rests on guardianship as well, and is asked at every request.
create function house.token_holds(token uuid, at timestamptz) returns table (standing_revision bigint, holds_until timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce((select v.revision from standing_revision v where v.district_id = t.district_id), 0),
    case when a.student_id is not null or a.role = 'caregiver' then at else least(at + interval '1 minute', t.expires_at,
      case when a.ended_at > at then a.ended_at end, case when r.ended_at > at then r.ended_at end,
      ((at at time zone d.time_zone)::date + 1)::timestamp at time zone d.time_zone,
      (select min(p.in_force_from) from privacy_terms p where p.district_id = t.district_id and p.in_force_from > at)) end
  from access_token t
  join assignment a on a.district_id = t.district_id and a.id = t.assignment_id
  join district d on d.district_id = t.district_id
  left join partner r on r.district_id = a.district_id and r.id = a.partner_id
  where t.id = token
$$;
alter function house.token_holds owner to throughline_guard;
comment on function house.token_holds is 'At which count a token was seen, and the first instant at which time alone may change what it gives.';
revoke all on function house.token_holds from public;
grant execute on function house.token_holds to throughline_app;
