-- How records are removed: what is asked first, and the one function the application reaches.

-- What removing asks before it removes.
do $$
declare
  target text;
begin
  foreach target in array array['district', 'guardianship', 'assignment', 'retention_rule', 'referral', 'record_removal',
    'record_removal_student', 'data_key'] loop
    execute format('grant select on %I to throughline_remover', target);
    execute format('create policy remover_reads on %I for select to throughline_remover using (true)', target);
  end loop;
end $$;
grant update (removed_at) on record_removal_student to throughline_remover;
grant update (wrapped, retired_at, destroyed_at) on data_key to throughline_remover;
grant insert on audit_event to throughline_remover;
create policy remover_says on record_removal_student for update to throughline_remover using (true) with check (true);
create policy remover_destroys on data_key for update to throughline_remover using (true) with check (true);
create policy remover_writes on audit_event for insert to throughline_remover with check (true);

-- Whether the schedule would remove a class of one student's records on a day: due, held, or null for neither. The whole
-- record is due only when everything in it is.
create function house.removal_standing(district uuid, student uuid, class text, today date) returns text
language plpgsql stable set search_path = pg_catalog, public, house, pg_temp as $$
declare
  gone date := (select s.left_on from student s where s.district_id = district and s.id = student);
  needed text[] := case when class <> 'student' then array[class] else array['student']
    || case when exists (select from concern t where t.district_id = district and t.student_id = student) then array['concern'] end
    || case when exists (select from brief_support t where t.district_id = district and t.student_id = student) then array['brief_support'] end
    || case when exists (select from referral t where t.district_id = district and t.student_id = student) then array['referral'] end
    || case when exists (select from crisis_incident t where t.district_id = district and t.student_id = student) then array['crisis_incident'] end
    end;
begin
  if gone is null or exists (select from unnest(needed) as c(class) where coalesce((
      select gone + make_interval(years => r.years) >= today from retention_rule r
      where r.district_id = district and r.record_class = c.class and r.in_force_from <= today
      order by r.in_force_from desc, r.added_at desc, r.id desc limit 1), true)) then return null; end if;
  return case when exists (select from legal_hold h where h.district_id = district and h.student_id = student
    and h.lifted_at is null) then 'held' else 'due' end;
end $$;
comment on function house.removal_standing is 'Whether the schedule would remove a class of a student''s records on a day: due, held, or null.';
revoke all on function house.removal_standing from public;
grant execute on function house.removal_standing to throughline_app, throughline_remover;

-- Ends a sign-in account for good: with its person nobody is left whom it would let in.
create function house.forget_login(login uuid) returns void language sql security definer
set search_path = pg_catalog, auth, pg_temp as $$
  delete from auth.login l where l.id = login
$$;
comment on function house.forget_login is 'Takes a sign-in account away, with everything that belongs to it.';
revoke all on function house.forget_login from public;
grant execute on function house.forget_login to throughline_remover;

create function house.overwrite(district uuid, student uuid, class text) returns int
language plpgsql set search_path = pg_catalog, public, house, pg_temp as $$
declare
  one record;
  touched int;
  total int := 0;
begin
  for one in select * from house.removable r where r.record_class = class or class = 'student'
    order by r.record_class = 'student', r.target in ('caregiver', 'person') desc, r.target loop
    execute case when one.sets is null then format('delete from %I t where t.district_id = $1 and %s', one.target, one.belongs)
      else format('update %I t set %s where t.district_id = $1 and %s', one.target, one.sets, one.belongs) end using district, student;
    get diagnostics touched = row_count;
    total := total + touched;
  end loop;
  return total;
end $$;
comment on function house.overwrite is 'Overwrites what people typed, and what names somebody, in a class of a student''s records.';
revoke all on function house.overwrite from public;

-- One student's records of one class. With the whole record goes the key: what it sealed opens nowhere any more.
create function house.remove_of(district uuid, student uuid, class text, out rows int, out keys uuid[])
language plpgsql set search_path = pg_catalog, public, house, pg_temp as $$
declare
  logins uuid[];
begin
  if class = 'student' then
    select array_agg(p.login_id) into logins from person p join assignment a on a.district_id = p.district_id and a.person_id = p.id
      where a.district_id = district and a.student_id = student and p.login_id is not null;
  end if;
  rows := house.overwrite(district, student, class);
  if class = 'student' then
    with gone as (update data_key set wrapped = '', destroyed_at = now(), retired_at = coalesce(retired_at, now())
      where district_id = district and owner_id = student and destroyed_at is null returning id)
    select array_agg(id) into keys from gone;
    perform house.forget_login(l) from unnest(logins) as l where not exists (select from person p where p.login_id = l);
  end if;
  keys := coalesce(keys, '{}');
end $$;
comment on function house.remove_of is 'Removes one class of a student''s records; with the whole record the student''s keys are destroyed.';
revoke all on function house.remove_of from public;

-- What two people agreed to, and nothing beside it: the schedule and every hold are asked again, here.
create function house.remove_records(removal uuid, at timestamptz)
returns table (student_id uuid, rows int, keys uuid[]) language plpgsql security definer
set search_path = pg_catalog, public, house, pg_temp as $$
#variable_conflict use_column
declare
  district constant uuid := nullif(current_setting('app.district_id', true), '')::uuid;
  class text;
  today date;
  named record;
begin
  if current_setting('app.side', true) <> 'school' then
    raise exception 'Records are removed by the district alone' using errcode = '28000';
  end if;
  select m.record_class, (at at time zone d.time_zone)::date into class, today
    from record_removal m join district d on d.district_id = m.district_id
    where m.district_id = district and m.id = removal and m.carried_by is not null and m.carried_by <> m.proposed_by;
  for named in select s.student_id as id from record_removal_student s
    where s.district_id = district and s.removal_id = removal and s.removed_at is null order by 1 loop
    continue when house.removal_standing(district, named.id, class, today) is distinct from 'due';
    select named.id, r.rows, r.keys into student_id, rows, keys from house.remove_of(district, named.id, class) r;
    update record_removal_student s set removed_at = at
      where s.district_id = district and s.removal_id = removal and s.student_id = named.id;
    return next;
  end loop;
end $$;
comment on function house.remove_records is 'Carries out a removal that one person proposed and another agreed to.';
revoke all on function house.remove_records from public;
grant execute on function house.remove_records to throughline_app;
grant execute on function house.removal_standing, house.overwrite, house.remove_of to throughline_remover;
grant create on schema house to throughline_remover;
alter function house.remove_records owner to throughline_remover;
revoke create on schema house from throughline_remover;

-- A copy that is restored from before a removal has it made again, before anything is served.
create table house.removal_again (
  removal_id uuid not null,
  student_id uuid not null,
  made_at timestamptz not null default now(),
  primary key (removal_id, student_id)
);
comment on table house.removal_again is 'Removals that were made again in a restored copy. Belongs to the installation.';
comment on column house.removal_again.removal_id is 'The removal, which this copy may not know.';
comment on column house.removal_again.student_id is 'Whose records.';
comment on column house.removal_again.made_at is 'When.';
grant select, insert on house.removal_again to throughline_remover;

-- A removal leaves one trace for each student, not one for each row that is overwritten.
create or replace function house.leaves_a_trace() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
declare
  changed jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
begin
  if tg_op = 'UPDATE' and current_setting('role') = 'throughline_keeper' then return null; end if;
  if not exists (
    select 1 from public.audit_event e
    where e.district_id = (changed ->> 'district_id')::uuid
      and e.xact = pg_current_xact_id()::text::bigint
      and (e.subject_id = coalesce(changed ->> tg_argv[0], changed ->> tg_argv[1])::uuid
        or (tg_op = 'UPDATE' and e.name = 'records.removed'))
  ) then
    raise exception 'a change to % left no trace', tg_table_name using errcode = 'TL001';
  end if;
  return null;
end $$;
