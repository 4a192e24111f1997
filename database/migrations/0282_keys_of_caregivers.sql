-- How a caregiver is reached lies under a key of their own, and not under the district's: two caregivers of one child are never
-- under one key. What lies under the district's is sealed anew at the next start, before anything is served; cut short, it goes on.
alter table house.key_turn drop constraint key_turn_what_check,
  add constraint key_turn_what_check check (what in ('first', 'owners', 'installation', 'district', 'texts'));
comment on column house.key_turn.what is
  'What was sealed anew: everything for the first time, what got keys of new owners, the districts'' keys, the data keys, or the texts.';
comment on column data_key.owner_id is 'The student or the caregiver whose texts it seals; the district itself for texts of nobody.';

-- Whoever goes with a student takes their key along. A caregiver somebody else still has here keeps both.
create or replace function house.remove_of(district uuid, student uuid, class text, out rows int, out keys uuid[])
language plpgsql set search_path = pg_catalog, public, house, pg_temp as $$
declare
  logins uuid[];
  owners uuid[] := array[student];
begin
  if class = 'student' then
    select array_agg(p.login_id) into logins from person p join assignment a on a.district_id = p.district_id and a.person_id = p.id
      where a.district_id = district and a.student_id = student and p.login_id is not null;
    execute format('select $2 || array(select t.id from caregiver t where t.district_id = $1 and %s)',
      (select r.belongs from house.removable r where r.target = 'caregiver' and r.record_class = 'student'))
      into owners using district, student;
  end if;
  rows := house.overwrite(district, student, class);
  if class = 'student' then
    with gone as (update data_key set wrapped = '', destroyed_at = now(), retired_at = coalesce(retired_at, now())
      where district_id = district and owner_id = any (owners) and destroyed_at is null returning id)
    select array_agg(id) into keys from gone;
    perform house.forget_login(l) from unnest(logins) as l where not exists (select from person p where p.login_id = l);
  end if;
  keys := coalesce(keys, '{}');
end $$;
comment on function house.remove_of is
  'Removes one class of a student''s records; with the whole record their keys are destroyed, and those of caregivers who go along.';
