-- A yes carries what an agency tells the school while whoever said it may say it. An agency reads nothing of a family, so that
-- it is asked here: of one consent of its district, and answered with yes or no.
create function house.grantor_may(consent_id uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce((select c.grantor_kind = 'student' or exists (
      select from guardianship g join caregiver k on k.district_id = g.district_id and k.id = g.caregiver_id
      where g.district_id = c.district_id and g.student_id = c.student_id and g.caregiver_id = c.caregiver_id
        and g.ended_on is null and g.authority = 'may_consent'
        and (k.person_id is null or not c.student_id = any (house.kept_from(c.district_id, k.person_id, false))))
    from consent c
    where c.district_id = nullif(current_setting('app.district_id', true), '')::uuid and c.id = consent_id), false)
$$;
alter function house.grantor_may owner to throughline_guard;
comment on function house.grantor_may is 'Whether whoever gave a consent may still give it; no for a consent of another district.';
revoke all on function house.grantor_may from public;
grant execute on function house.grantor_may to throughline_app;
grant select (district_id, id, student_id, caregiver_id, grantor_kind) on consent to throughline_guard;
