-- A visit at another agency is told as long as the family lets that agency be coordinated with, and no longer than it stands: kept is
-- on which yes it was told, and when the visit is gets asked anew at each reading. What was told before says nothing of it any more.
alter table case_review_part drop column other_visits_at, add column other_consent_ids uuid[] not null default '{}';
alter table case_review_part alter column other_consent_ids drop default;
comment on column case_review_part.other_consent_ids is
  'The yeses to care coordination with other agencies on which it is told when the next visits there are.';
delete from house.removable where target = 'case_review_part';
select house.goes_with('referral', 'case_review_part', 't.student_id = $2', '{}', $sql$other_consent_ids = '{}'$sql$);

grant select (district_id, id, student_id, partner_id, other_consent_ids, told_at) on case_review_part to throughline_guard;
create policy guard_reads on case_review_part for select to throughline_guard using (true);
grant select (district_id, referral_id, starts_at, result) on appointment to throughline_guard;
create policy guard_reads on appointment for select to throughline_guard using (true);
grant select (district_id, consent_id, scope) on consent_answer to throughline_guard;
create policy guard_reads on consent_answer for select to throughline_guard using (true);
grant select (district_id, consent_id, revoked_at) on consent_revocation to throughline_guard;
create policy guard_reads on consent_revocation for select to throughline_guard using (true);
grant select (district_id, consent_id, scope, decided_at) on consent_settlement to throughline_guard;
create policy guard_reads on consent_settlement for select to throughline_guard using (true);
grant select (partner_id, given_at, ends_on) on consent to throughline_guard;
grant select (accepted_at) on referral to throughline_guard;

-- An agency reads no consent towards another one, so that this is asked here. The yes was in force when it was told on: it still is
-- where it has not ended, whoever said it may say it, and nobody has said a further word on that question since, of any kind. A
-- further yes is told on by the next review.
create function house.visits_elsewhere(part_id uuid, at timestamptz) returns timestamptz[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(array_agg(v.starts_at order by v.starts_at), '{}')
  from case_review_part t
  join district d on d.district_id = t.district_id
  join consent c on c.district_id = t.district_id and c.id = any (t.other_consent_ids) and c.student_id = t.student_id
  join referral f on f.district_id = c.district_id and f.id = c.referral_id and f.partner_id = c.partner_id
    and f.accepted_at is not null and f.ended_at is null
  cross join lateral (select min(a.starts_at) as starts_at from appointment a
    where a.district_id = f.district_id and a.referral_id = f.id and a.result is null and a.starts_at > at) v
  where t.district_id = nullif(current_setting('app.district_id', true), '')::uuid
    and t.partner_id = nullif(current_setting('app.partner_id', true), '')::uuid and t.id = part_id and v.starts_at is not null
    and (c.ends_on + 1)::timestamp at time zone d.time_zone > at and house.grantor_may(c.id)
    and not exists (select from consent_revocation r where r.district_id = c.district_id and r.consent_id = c.id)
    and not exists (
      select from consent o
      join consent_answer s on s.district_id = o.district_id and s.consent_id = o.id and s.scope = 'care_coordination'
      left join consent_revocation r on r.district_id = o.district_id and r.consent_id = o.id
      left join consent_settlement e on e.district_id = o.district_id and e.consent_id = o.id and e.scope = s.scope
      where o.district_id = c.district_id and o.referral_id = c.referral_id and o.partner_id = c.partner_id and o.id <> c.id
        and (o.given_at >= t.told_at or r.revoked_at >= t.told_at or e.decided_at >= t.told_at))
$$;
alter function house.visits_elsewhere owner to throughline_guard;
comment on function house.visits_elsewhere is
  'When the next visits at other agencies are, of a part the agency that asks was told, on yeses that still hold.';
revoke all on function house.visits_elsewhere from public;
grant execute on function house.visits_elsewhere to throughline_app;
