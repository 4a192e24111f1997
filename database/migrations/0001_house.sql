-- The house: what every later table uses. One wall per tenant table, one guard per traced table.
create schema house;
comment on schema house is 'Walls, guards and bookkeeping that every table uses.';
grant usage on schema house to throughline_app, throughline_auth, throughline_worker, throughline_sealer, throughline_guard;
grant create on schema house to throughline_guard, throughline_worker;
grant usage on schema public to throughline_app, throughline_worker, throughline_sealer, throughline_guard;

-- A wall is one permissive policy over plain settings, without subqueries and without restrictive policies, so that it
-- also holds where rows are spread over machines. It answers who can be in the room at all; need-to-know is in the query.
create function house.wall(target regclass, kind text) returns void language plpgsql
set search_path = pg_catalog, house, pg_temp as $$
declare
  same_district constant text := $sql$district_id = nullif(current_setting('app.district_id', true), '')::uuid$sql$;
  school constant text := $sql$current_setting('app.side', true) in ('school', 'system')$sql$;
  partner constant text := $sql$(current_setting('app.side', true) = 'partner' and partner_id = nullif(current_setting('app.partner_id', true), '')::uuid)$sql$;
  family constant text := $sql$(current_setting('app.side', true) = 'family' and student_id = nullif(current_setting('app.student_id', true), '')::uuid)$sql$;
  sees text;
  writes text;
begin
  case kind
    when 'district' then sees := same_district; writes := same_district || ' and ' || school;
    when 'open' then sees := same_district; writes := sees;
    when 'school' then sees := same_district || ' and ' || school; writes := sees;
    when 'school and partner' then sees := format('%s and (%s or %s)', same_district, school, partner); writes := sees;
    when 'school and partner once sent' then
      sees := format('%s and (%s or (%s and sent_at is not null))', same_district, school, partner); writes := sees;
    when 'school and family' then sees := format('%s and (%s or %s)', same_district, school, family); writes := sees;
    when 'school, partner and family' then
      sees := format('%s and (%s or %s or %s)', same_district, school, partner, family); writes := sees;
    when 'the student' then
      sees := format('%s and (%s or %s)', same_district, school, replace(family, 'student_id = ', 'id = '));
      writes := same_district || ' and ' || school;
    when 'append' then sees := same_district || ' and ' || school; writes := same_district;
    else raise exception 'there is no wall called %', kind;
  end case;
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy wall on %s as permissive for all to throughline_app using (%s) with check (%s)',
    target, sees, writes);
end $$;
comment on function house.wall is 'Puts the one row-level policy of the app role on a tenant table.';

-- What the app role may do with a table: facts are only added, records are also changed, settings also removed.
create function house.may(target regclass, what text) returns void language plpgsql
set search_path = pg_catalog, house, pg_temp as $$
begin
  case what
    when 'add' then execute format('grant select, insert on %s to throughline_app', target);
    when 'change' then execute format('grant select, insert, update on %s to throughline_app', target);
    when 'remove' then execute format('grant select, insert, update, delete on %s to throughline_app', target);
    when 'read' then execute format('grant select on %s to throughline_app', target);
    else raise exception 'there is no grant called %', what;
  end case;
end $$;
comment on function house.may is 'Grants the app role one of four named sets of verbs on a table.';

revoke all on function house.wall, house.may from public;
