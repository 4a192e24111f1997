-- What was taken back after a copy of the database was made must not come back in force with the copy. The name of each trace that
-- takes something back stands here, with what does it again; whatever cannot be done again from ids is looked at by people.
create table house.taken_back (
  name text primary key,
  again text
);
comment on table house.taken_back is 'Traces that take something back. They are noted outside the database, and done again in a copy from before.';
comment on column house.taken_back.name is 'The name of the trace.';
comment on column house.taken_back.again is 'The function of schema house that does it again; null where only people can.';
grant select on house.taken_back to throughline_sealer, throughline_restorer;
grant execute on function house.district_ids to throughline_sealer;

create function house.takes_back(name text, again text) returns void language plpgsql
set search_path = pg_catalog, house, pg_temp as $$
begin
  insert into house.taken_back values (name, again);
  if again is not null then
    execute format('revoke all on function house.%I(uuid, jsonb) from public', again);
    execute format('grant execute on function house.%I(uuid, jsonb) to throughline_restorer', again);
  end if;
end $$;
comment on function house.takes_back is 'Says that a trace takes something back, and what does it again.';
revoke all on function house.takes_back from public;

-- Every one of these only takes away. A role of its own reaches what they change, and nothing beside it; nobody signs in as it.
grant usage on schema public, house to throughline_restorer;
do $$
declare
  target text;
begin
  foreach target in array array['access_token', 'agreement', 'legal_sign_off', 'record_opening', 'record_opening_end',
    'message_choice', 'text_stop', 'consent', 'consent_revocation', 'consent_settlement', 'access_block', 'legal_hold', 'person',
    'assignment', 'caregiver', 'guardianship', 'student'] loop
    execute format('grant select on %I to throughline_restorer', target);
    execute format('create policy restorer_takes_back on %I to throughline_restorer using (true) with check (true)', target);
  end loop;
end $$;
grant update (revoked_at) on access_token to throughline_restorer;
grant update (suspended_at) on agreement to throughline_restorer;
grant update (withdrawn_at) on legal_sign_off to throughline_restorer;
grant update (ended_at) on assignment to throughline_restorer;
grant update (ended_at, login_id, email) on person to throughline_restorer;
grant update (authority) on guardianship to throughline_restorer;
grant update (contact_rule, version) on caregiver to throughline_restorer;
grant update (email, text, version) on message_choice to throughline_restorer;
grant insert on record_opening_end, text_stop, consent_revocation, consent_settlement, access_block, legal_hold, audit_event
  to throughline_restorer;
create policy restorer_writes on audit_event for insert to throughline_restorer with check (true);

-- A trace of its own, where what is done again is about more than the event says.
create function house.trace_again(district uuid, event jsonb, name text, subject_type text, subject uuid) returns void
language sql set search_path = pg_catalog, public, pg_temp as $$
  insert into audit_event (district_id, id, at, kind, name, role, subject_type, subject_id, student_id, detail)
  values (district, gen_random_uuid(), now(), 'change', name, 'system', subject_type, subject, (event ->> 'studentId')::uuid,
    jsonb_build_object('again', true, 'with', event ->> 'name'))
$$;
comment on function house.trace_again is 'Leaves the trace of something that was done again beside what an event says.';
revoke all on function house.trace_again from public;
grant execute on function house.trace_again to throughline_restorer;

-- Whoever of an event this copy knows, or somebody it does know.
create function house.known_person(district uuid, person text, otherwise uuid) returns uuid language sql stable
set search_path = pg_catalog, public, pg_temp as $$
  select coalesce((select p.id from person p where p.district_id = district and p.id = person::uuid), otherwise)
$$;
comment on function house.known_person is 'Somebody whom a copy of the database knows.';
revoke all on function house.known_person from public;
grant execute on function house.known_person to throughline_restorer;

create function house.revoke_consent_again(district uuid, event jsonb) returns void language sql
set search_path = pg_catalog, public, house, pg_temp as $$
  insert into consent_revocation (district_id, consent_id, partner_id, student_id, family_sees, asked_by, channel, recorded_by, revoked_at)
  select district, c.id, c.partner_id, c.student_id, c.family_sees, 'removed', coalesce(event #>> '{detail,channel}', 'phone'),
    house.known_person(district, event ->> 'personId', c.recorded_by), (event ->> 'at')::timestamptz
  from consent c where c.district_id = district and c.id = (event ->> 'subjectId')::uuid
    and not exists (select from consent_revocation r where r.district_id = district and r.consent_id = c.id)
$$;
comment on function house.revoke_consent_again is 'A family ended consent.';

-- An answer that said no, and is not here, ended every yes before it to the same agency: the family is asked anew.
create function house.answer_no_again(district uuid, event jsonb) returns void language plpgsql
set search_path = pg_catalog, public, house, pg_temp as $$
declare
  earlier record;
begin
  if jsonb_array_length(coalesce(event #> '{detail,no}', '[]')) = 0 then return; end if;
  for earlier in select c.id from consent c where c.district_id = district
      and c.referral_id = (event #>> '{detail,referralId}')::uuid and c.partner_id = (event #>> '{detail,partnerId}')::uuid
      and c.given_at <= (event ->> 'at')::timestamptz
      and not exists (select from consent_revocation r where r.district_id = district and r.consent_id = c.id) loop
    perform house.trace_again(district, event, 'consent.revoked', 'consent', earlier.id);
    perform house.revoke_consent_again(district, event || jsonb_build_object('subjectId', earlier.id));
  end loop;
end $$;
comment on function house.answer_no_again is 'A family said no after it had said yes.';

create function house.settle_again(district uuid, event jsonb) returns void language sql
set search_path = pg_catalog, public, house, pg_temp as $$
  insert into consent_settlement (district_id, id, consent_id, scope, because, decided_by, decided_at, referral_id, partner_id,
    student_id, family_sees)
  select district, (event ->> 'subjectId')::uuid, c.id, event #>> '{detail,scope}', event #>> '{detail,because}',
    house.known_person(district, event ->> 'personId', c.recorded_by), (event ->> 'at')::timestamptz, c.referral_id, c.partner_id,
    c.student_id, c.family_sees
  from consent c where c.district_id = district and c.id = (event #>> '{detail,consentId}')::uuid
$$;
comment on function house.settle_again is 'It was decided whose answer counts.';

create function house.block_again(district uuid, event jsonb) returns void language sql
set search_path = pg_catalog, public, house, pg_temp as $$
  insert into access_block (district_id, id, student_id, person_id, kind, set_by, set_at)
  select district, (event ->> 'subjectId')::uuid, s.id, p.id, event #>> '{detail,kind}',
    house.known_person(district, event ->> 'personId', case when event #>> '{detail,kind}' <> 'conflict_of_interest' then p.id end),
    (event ->> 'at')::timestamptz
  from student s join person p on p.district_id = s.district_id and p.id = (event #>> '{detail,personId}')::uuid
  where s.district_id = district and s.id = (event ->> 'studentId')::uuid
    and not exists (select from access_block b where b.district_id = district and b.student_id = s.id and b.person_id = p.id
      and b.kind = event #>> '{detail,kind}' and b.lifted_at is null)
$$;
comment on function house.block_again is 'Somebody was kept away from a student.';

create function house.end_assignment_again(district uuid, event jsonb) returns void language plpgsql
set search_path = pg_catalog, public, house, pg_temp as $$
declare
  ended constant uuid := coalesce(event #>> '{detail,assignment_id}', event ->> 'subjectId')::uuid;
  whose uuid;
begin
  select a.person_id into whose from assignment a where a.district_id = district and a.id = ended and a.ended_at is null;
  if whose is null then return; end if;
  perform house.trace_again(district, event, 'assignment.ended', 'person', whose);
  update assignment a set ended_at = (event ->> 'at')::timestamptz where a.district_id = district and a.id = ended;
end $$;
comment on function house.end_assignment_again is 'An assignment ended, of somebody at work or of a family.';

create function house.take_back_again(district uuid, event jsonb) returns void language plpgsql
set search_path = pg_catalog, house, pg_temp as $$
declare
  again constant text := (select t.again from house.taken_back t where t.name = event ->> 'name');
begin
  if again is not null then execute format('select house.%I($1, $2)', again) using district, event; end if;
end $$;
comment on function house.take_back_again is 'Does again what an event took back, where a function can.';
revoke all on function house.take_back_again from public;
grant execute on function house.take_back_again to throughline_restorer;

-- A copy lets nobody in by what was valid when it was made.
create function house.end_every_session() returns void language sql security definer set search_path = pg_catalog, auth, pg_temp as $$
  delete from auth.session;
  delete from auth.link;
$$;
comment on function house.end_every_session is 'Signs everybody out, and makes every link that was sent useless.';
revoke all on function house.end_every_session from public;
