-- Four sides, and what each of them needs. Before this, "open" tables were read by everybody of a district: an agency
-- or a family could have read who works there. Now the public page stands on a side of its own, and a row about people
-- says to whom it is shown. Every wall stays one permissive comparison with scalars of the transaction.
create or replace function house.wall(target regclass, kind text) returns void language plpgsql
set search_path = pg_catalog, house, pg_temp as $$
declare
  same_district constant text := $sql$district_id = nullif(current_setting('app.district_id', true), '')::uuid$sql$;
  school constant text := $sql$current_setting('app.side', true) in ('school', 'system')$sql$;
  public_page constant text := $sql$current_setting('app.side', true) = 'public'$sql$;
  agency constant text := $sql$nullif(current_setting('app.partner_id', true), '')::uuid$sql$;
  partner constant text := format($sql$(current_setting('app.side', true) = 'partner' and partner_id = %s)$sql$, agency);
  family constant text := $sql$(current_setting('app.side', true) = 'family' and student_id = nullif(current_setting('app.student_id', true), '')::uuid)$sql$;
  self constant text := $sql$(current_setting('app.side', true) in ('partner', 'family') and person_id = nullif(current_setting('app.person_id', true), '')::uuid)$sql$;
  asking constant text := $sql$asker = nullif(current_setting('app.assignment_id', true), '')::uuid$sql$;
  sees text;
  writes text;
begin
  case kind
    when 'district' then sees := same_district; writes := same_district || ' and ' || school;
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
    -- What an agency reads of itself, and the district writes.
    when 'of the agency' then
      sees := format('%s and (%s or %s)', same_district, school, partner); writes := same_district || ' and ' || school;
    -- The agency itself. Whoever asks for help reads those that take referrals.
    when 'the agency' then
      writes := format('%s and (%s or %s)', same_district, school, replace(partner, 'partner_id = ', 'id = '));
      sees := format('%s and (%s or %s or (current_setting(''app.side'', true) in (''public'', ''family'') and onboarded_at is not null and ended_at is null))',
        same_district, school, replace(partner, 'partner_id = ', 'id = '));
    -- People: an agency's own, those of the school it works with on a referral, and oneself.
    when 'people' then
      writes := same_district || ' and ' || school;
      sees := format('%s and (%s or (current_setting(''app.side'', true) = ''partner'' and (partner_id = %s or %s = any (shown_to))) or %s)',
        same_district, school, agency, agency, replace(self, 'person_id = ', 'id = '));
    when 'assignments' then
      sees := format('%s and (%s or %s or %s)', same_district, school, partner, self); writes := same_district || ' and ' || school;
    when 'own news' then sees := format('%s and (%s or %s)', same_district, school, self); writes := sees;
    when 'own replies' then
      sees := format('%s and (%s or (%s) or (%s and asker = ''00000000-0000-0000-0000-000000000000''))', same_district, school, asking, public_page);
      writes := sees;
    -- The public page puts a request in, and reads none.
    when 'school, and what the public asks' then
      sees := same_district || ' and ' || school;
      writes := format('%s and (%s or (%s and source in (''student'', ''caregiver'') and student_id is null and state = ''submitted''))',
        same_district, school, public_page);
    when 'the public page' then
      sees := format('%s and (%s or current_setting(''app.side'', true) = ''system'')', same_district, public_page); writes := sees;
    else raise exception 'there is no wall called %', kind;
  end case;
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy wall on %s as permissive for all to throughline_app using (%s) with check (%s)',
    target, sees, writes);
end $$;

alter table person add column shown_to uuid[] not null default '{}';
comment on column person.shown_to is 'Agencies that read this name: somebody of the school who sent them a referral, or navigates one.';

-- Who is on a referral an agency was sent. The owner passes the wall and the guard for this one statement.
alter table person no force row level security;
alter table referral no force row level security;
alter table packet no force row level security;
alter table partner no force row level security;
alter table person disable trigger leaves_a_trace;
update person p set shown_to = seen.partners from (
  select district_id, person_id, array_agg(distinct partner_id) as partners from (
    select district_id, navigator_id as person_id, partner_id from referral where sent_at is not null and partner_id is not null
    union all select district_id, sent_by, partner_id from packet
    union all select district_id, relationship_owner_id, id from partner where relationship_owner_id is not null) shown
  group by 1, 2) seen
where p.district_id = seen.district_id and p.id = seen.person_id and p.partner_id is null;
alter table person enable trigger leaves_a_trace;
alter table person force row level security;
alter table referral force row level security;
alter table packet force row level security;
alter table partner force row level security;

-- The old wall of each of these goes, and the new one stands in the same transaction.
do $$
declare
  moved record;
begin
  for moved in select * from (values
    ('person', 'people'),
    ('assignment', 'assignments'),
    ('assignment_school', 'school'),
    ('partner', 'the agency'),
    ('agreement', 'of the agency'),
    ('legal_sign_off', 'of the agency'),
    ('intake_route', 'of the agency'),
    ('onboarding_step', 'of the agency'),
    ('notice', 'own news'),
    ('idempotent_reply', 'own replies'),
    ('referral_counter', 'school'),
    ('concern', 'school, and what the public asks')) as list (target, kind)
  loop
    execute format('drop policy wall on %I', moved.target);
    perform house.wall(moved.target::regclass, moved.kind);
  end loop;
end $$;

-- How often the public pages were used just now. Counted in the database, so that all processes count together.
create table ask_count (
  district_id uuid not null references district,
  kind text not null check (kind in ('address', 'school', 'district')),
  subject text not null,
  requests int not null check (requests > 0),
  window_ends_at timestamptz not null,
  primary key (district_id, kind, subject)
);
comment on table ask_count is 'Requests for help on public pages within one short window, by what they are counted by. Forgotten when the window has ended.';
comment on column ask_count.district_id is 'Tenant.';
comment on column ask_count.kind is 'What is counted: the network the request came from, the school''s page, or all pages of the district.';
comment on column ask_count.subject is 'A keyed hash of the network, never the address itself; the id of the school; or the id of the district.';
comment on column ask_count.requests is 'How many in this window.';
comment on column ask_count.window_ends_at is 'When counting starts anew.';
create index ask_count_by_age on ask_count (district_id, window_ends_at);
select house.wall('ask_count', 'the public page'), house.may('ask_count', 'remove');

-- Requests are counted there now, and not in the concerns.
drop index concern_asked_lately;
