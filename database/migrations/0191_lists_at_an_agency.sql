-- Who is met in a list at an agency, by what was sent of them, stands in the accounting: once for each person and day.
alter table disclosure_reading
  drop constraint disclosure_reading_kind_check,
  drop constraint disclosure_reading_check,
  add constraint disclosure_reading_kind_check
    check (kind in ('portal_view', 'portal_list', 'print', 'export', 'family_view')),
  add constraint disclosure_reading_check
    check (kind not in ('portal_view', 'portal_list') or num_nonnulls(referral_id, partner_id, consent_id) = 3);
comment on column disclosure_reading.kind is
  'Read at the agency, met there in a list, printed, exported, or read by the family.';

-- A list leaves one trace that names its students: it is the trace of each row of the accounting.
create or replace function house.leaves_a_trace() returns trigger language plpgsql security definer
set search_path = pg_catalog, public, pg_temp as $$
declare
  changed jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
begin
  if tg_op = 'UPDATE' and current_setting('role') = 'throughline_keeper' then return null; end if;
  if not exists (
    select 1 from public.audit_event e
    where e.district_id = (changed ->> 'district_id')::uuid
      and e.xact = house.trail_place()
      and (e.subject_id = coalesce(changed ->> tg_argv[0], changed ->> tg_argv[1])::uuid
        or (tg_op = 'INSERT' and tg_table_name = 'disclosure_reading' and changed ->> 'kind' = 'portal_list'
          and (changed ->> 'student_id')::uuid = any (e.student_ids))
        or (tg_op = 'UPDATE' and e.name = 'records.removed'))
  ) then
    raise exception 'a change to % left no trace', tg_table_name using errcode = 'TL001';
  end if;
  return null;
end $$;
