-- What people left behind, found without looking at every open referral: who may have left something first.
create function house.kept_people(people uuid[]) returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  district constant uuid := nullif(current_setting('app.district_id', true), '')::uuid;
begin
  return array(select p from unnest(people) p where house.kept_from(district, p, true) <> '{}');
end $$;
alter function house.kept_people(uuid[]) owner to throughline_guard;
comment on function house.kept_people is 'Which of these people are kept from any student at work.';
revoke all on function house.kept_people(uuid[]) from public;
grant execute on function house.kept_people(uuid[]) to throughline_app;

create function house.owners_of_open_referrals() returns table (owner_id uuid, school_id uuid)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select distinct f.navigator_id, f.school_id from referral f
  where f.district_id = nullif(current_setting('app.district_id', true), '')::uuid and f.ended_at is null
    and current_setting('app.side', true) in ('school', 'system')
$$;
grant select (navigator_id, school_id) on referral to throughline_guard;
alter function house.owners_of_open_referrals() owner to throughline_guard;
comment on function house.owners_of_open_referrals is 'Who owns open referrals at which schools: people and schools alone, of no student.';
revoke all on function house.owners_of_open_referrals() from public;
grant execute on function house.owners_of_open_referrals() to throughline_app;

drop index referral_by_navigator;
create index referral_by_navigator on referral (district_id, navigator_id, next_due_at, id) include (school_id)
  where ended_at is null;
