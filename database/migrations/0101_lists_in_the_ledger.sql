-- What leaves the house about many students stands in the accounting of each of them: who took it, what for, which fields.
alter table disclosure_reading add column purpose text;
comment on column disclosure_reading.purpose is 'What it was taken for; of what an agency reads, the consent says so.';

-- Who met a student in a list. Between the walls of the trail no index of arrays may be used, so this looks behind them: it
-- answers the school side of the same district, nothing of whom somebody is kept from, and tells of lists of what was told
-- without consent to nobody. The family of the student it answers of agencies alone; and for what readers in a family may
-- read, of no agency to which something crossed that is not theirs to know.
create function house.listings_of(student uuid, since timestamptz, readers text[] default null)
returns table (person_id uuid, role text, partner_id uuid, name text, times int, last_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  side constant text := coalesce(current_setting('app.side', true), '');
  district constant uuid := nullif(current_setting('app.district_id', true), '')::uuid;
  known constant text[] := case when side = 'family'
    then string_to_array(coalesce(current_setting('app.family_reads', true), ''), ',') else readers end;
begin
  if side not in ('school', 'system')
    and not (side = 'family' and student = nullif(current_setting('app.student_id', true), '')::uuid) then
    raise exception 'Lists are accounted for to the school and the family alone' using errcode = '28000';
  end if;
  if student = any (coalesce(nullif(current_setting('app.blocked', true), ''), '{}')::uuid[]) then return; end if;
  return query
  select case when known is null then e.person_id end, e.role, e.partner_id, e.name, count(*)::int, max(e.at)
  from audit_event e
  where e.student_ids @> array[student] and e.student_id is null and e.kind = 'read' and e.at >= since
    and e.district_id = district and e.subject_type <> 'consent_exception_list'
    and (known is null or (e.partner_id is not null and not exists (select from disclosure x
      where x.district_id = district and x.student_id = student and x.partner_id = e.partner_id
        and x.family_sees <> all (known))))
  group by 1, 2, 3, 4;
end $$;
grant select on disclosure to throughline_guard;
create policy guard_reads on disclosure for select to throughline_guard using (true);
alter function house.listings_of(uuid, timestamptz, text[]) owner to throughline_guard;
comment on function house.listings_of is 'Who met a student in lists since an instant: in which, how often and when last.';
revoke all on function house.listings_of(uuid, timestamptz, text[]) from public;
grant execute on function house.listings_of(uuid, timestamptz, text[]) to throughline_app;

-- A search that shows one student is a look at that student.
create index audit_event_by_search on audit_event (district_id, at)
  where name = 'people/search' and cardinality(student_ids) = 1;
