-- What takes back again who signs in, what agencies may do, what is kept, and how families are reached.

-- Nothing proves any more who signs in as somebody: they make it anew with a link that is sent to them.
create function house.forget_proofs(login uuid) returns void language sql security definer
set search_path = pg_catalog, auth, pg_temp as $$
  delete from auth.credential c where c.login_id = login;
  delete from auth.passkey k where k.login_id = login;
  delete from auth.second_step s where s.login_id = login;
  delete from auth.recovery_code r where r.login_id = login;
$$;
comment on function house.forget_proofs is 'Takes away whatever an account is signed in with.';
revoke all on function house.forget_proofs from public;
grant execute on function house.forget_proofs to throughline_restorer;

create function house.forget_proofs_again(district uuid, event jsonb) returns void language sql
set search_path = pg_catalog, public, house, pg_temp as $$
  select house.forget_proofs(p.login_id) from person p
  where p.district_id = district and p.id = (event ->> 'subjectId')::uuid and p.login_id is not null
$$;
comment on function house.forget_proofs_again is 'Somebody changed what they sign in with.';

-- A link would go to the address from before: the district says anew where an invitation goes.
grant execute on function house.forget_login to throughline_restorer;
create function house.forget_address_again(district uuid, event jsonb) returns void language plpgsql
set search_path = pg_catalog, public, house, pg_temp as $$
declare
  whose constant uuid := (event ->> 'subjectId')::uuid;
  login constant uuid := (select p.login_id from person p where p.district_id = district and p.id = whose);
begin
  update person p set login_id = null, email = null where p.district_id = district and p.id = whose;
  if login is not null and not exists (select from person p where p.login_id = login) then
    perform house.forget_login(login);
  end if;
end $$;
comment on function house.forget_address_again is 'The address somebody signs in with was changed.';

create function house.end_access_again(district uuid, event jsonb) returns void language plpgsql
set search_path = pg_catalog, public, house, pg_temp as $$
declare
  whose constant uuid := (event ->> 'subjectId')::uuid;
begin
  update person p set ended_at = (event ->> 'at')::timestamptz
    where p.district_id = district and p.id = whose and p.ended_at is null;
  update assignment a set ended_at = (event ->> 'at')::timestamptz
    where a.district_id = district and a.person_id = whose and a.ended_at is null;
  perform house.forget_proofs_again(district, event);
end $$;
comment on function house.end_access_again is 'Access was taken away from somebody, in every role.';

create function house.revoke_token_again(district uuid, event jsonb) returns void language sql
set search_path = pg_catalog, public, pg_temp as $$
  update access_token t set revoked_at = (event ->> 'at')::timestamptz
  where t.district_id = district and t.id = (event ->> 'subjectId')::uuid and t.revoked_at is null
$$;
comment on function house.revoke_token_again is 'The token of a machine was revoked.';

create function house.suspend_agreement_again(district uuid, event jsonb) returns void language sql
set search_path = pg_catalog, public, pg_temp as $$
  update agreement a set suspended_at = (event ->> 'at')::timestamptz
  where a.district_id = district and a.id = (event #>> '{detail,agreement_id}')::uuid and a.suspended_at is null
$$;
comment on function house.suspend_agreement_again is 'An agreement with an agency was suspended.';

create function house.withdraw_sign_off_again(district uuid, event jsonb) returns void language sql
set search_path = pg_catalog, public, pg_temp as $$
  update legal_sign_off s set withdrawn_at = (event ->> 'at')::timestamptz
  where s.district_id = district and s.id = (event #>> '{detail,sign_off_id}')::uuid and s.withdrawn_at is null
$$;
comment on function house.withdraw_sign_off_again is 'A legal sign-off was withdrawn.';

create function house.hold_again(district uuid, event jsonb) returns void language sql
set search_path = pg_catalog, public, house, pg_temp as $$
  insert into legal_hold (district_id, id, student_id, reason, placed_by, placed_at)
  select district, (event ->> 'subjectId')::uuid, s.id, 'removed', p.id, (event ->> 'at')::timestamptz
  from student s join person p on p.district_id = s.district_id and p.id = coalesce(
    house.known_person(district, event ->> 'personId', null),
    (select a.person_id from assignment a where a.district_id = district and a.role = 'privacy_officer' order by a.id limit 1))
  where s.district_id = district and s.id = (event ->> 'studentId')::uuid
$$;
comment on function house.hold_again is 'Records of a student were held back from removal. Why is not known here any more.';

create function house.close_opening_again(district uuid, event jsonb) returns void language sql
set search_path = pg_catalog, public, house, pg_temp as $$
  insert into record_opening_end (district_id, opening_id, student_id, opened_by, ended_by, ended_at)
  select district, o.id, o.student_id, o.person_id, house.known_person(district, event ->> 'personId', o.person_id),
    (event ->> 'at')::timestamptz
  from record_opening o where o.district_id = district and o.id = (event ->> 'subjectId')::uuid
    and not exists (select from record_opening_end e where e.district_id = district and e.opening_id = o.id)
$$;
comment on function house.close_opening_again is 'Records that somebody had opened beyond their reach were closed again.';

-- What a caregiver may decide, and how they may be reached, was looked at since: until somebody does again, neither is taken for sure.
create function house.doubt_authority_again(district uuid, event jsonb) returns void language sql
set search_path = pg_catalog, public, pg_temp as $$
  update guardianship g set authority = 'unknown'
  where g.district_id = district and g.student_id = (event ->> 'studentId')::uuid
    and g.caregiver_id = (event #>> '{detail,caregiver_id}')::uuid and event #> '{detail,fields}' ? 'authority'
$$;
comment on function house.doubt_authority_again is 'It was said anew whether a caregiver may consent.';

create function house.doubt_reaching_again(district uuid, event jsonb) returns void language sql
set search_path = pg_catalog, public, pg_temp as $$
  update caregiver c set contact_rule = 'do_not_contact', version = c.version + 1
  where c.district_id = district and c.id = (event ->> 'subjectId')::uuid
    and event #> '{detail,fields}' ?| array['contactRule', 'phone', 'email', 'contactHours']
$$;
comment on function house.doubt_reaching_again is 'It was said anew how a caregiver is reached safely.';

-- A choice loses what was not agreed to any more. Where there was none, nothing was ever agreed to.
create function house.choose_less_again(district uuid, event jsonb) returns void language sql
set search_path = pg_catalog, public, pg_temp as $$
  update message_choice m set email = m.email and (event #>> '{detail,email}')::boolean,
    text = m.text and (event #>> '{detail,text}')::boolean, version = m.version + 1
  where m.district_id = district and m.id = (event ->> 'subjectId')::uuid
$$;
comment on function house.choose_less_again is 'Somebody agreed to fewer messages.';

create function house.stop_texts_again(district uuid, event jsonb) returns void language sql
set search_path = pg_catalog, public, pg_temp as $$
  insert into text_stop (district_id, id, mark, stopped, at)
  select district, (event ->> 'subjectId')::uuid, event #>> '{detail,mark}', true, (event ->> 'at')::timestamptz
  where event #> '{detail,mark}' is not null
$$;
comment on function house.stop_texts_again is 'Somebody answered STOP to a text.';

-- Records are removed again by the list of removals, which is older than this one.
select house.takes_back(name, again) from (values
  ('consent.revoked', 'revoke_consent_again'), ('consent.answered', 'answer_no_again'), ('consent.settled', 'settle_again'),
  ('access.blocked', 'block_again'), ('access.ended', 'end_access_again'), ('assignment.ended', 'end_assignment_again'),
  ('family_sign_in.ended', 'end_assignment_again'), ('access_token.revoked', 'revoke_token_again'),
  ('password.changed', 'forget_proofs_again'), ('passkey.removed', 'forget_proofs_again'),
  ('second_step.set_up', 'forget_proofs_again'), ('recovery_codes.renewed', 'forget_proofs_again'),
  ('address.changed', 'forget_address_again'), ('person.address_changed', 'forget_address_again'),
  ('agreement.suspended', 'suspend_agreement_again'), ('sign_off.withdrawn', 'withdraw_sign_off_again'),
  ('hold.placed', 'hold_again'), ('opening.ended', 'close_opening_again'),
  ('guardianship.updated', 'doubt_authority_again'), ('caregiver.updated', 'doubt_reaching_again'),
  ('caregiver.messages_changed', 'choose_less_again'), ('message_choice.changed', 'choose_less_again'),
  ('texts.stopped', 'stop_texts_again'),
  ('referral.withdrawn', null), ('referral.closed', null), ('handoff.ended', null), ('standard.published', null),
  ('privacy_terms.published', null), ('minor_rule.approved', null), ('partner.service_removed', null), ('student.updated', null),
  ('partner.route_changed', null), ('referral.redirected', null), ('referral.agency_changed', null),
  ('crisis_contact.ended', null)) as t(name, again);
