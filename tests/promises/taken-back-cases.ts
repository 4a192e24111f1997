import { newId } from '#platform/ids.ts'
import { cast } from '../riverside/cast.ts'
import { families } from '../riverside/families.ts'
import { partners, riversideId } from '../riverside/places.ts'

export const at = '2026-10-14T16:00:00.000Z'
export const child = families.sofia
const caregiver = child.caregivers[0]?.id as string
const protectedOne = families.mateo.caregivers[0]?.id as string
export type Case = { about?: string; arrange?: string; detail?: object; left: string }
const choice = caregiver
const [opening, signOff, login, given] = [newId(), newId(), newId(), newId()]
const [careAgreement, careSender, careKey] = [newId(), newId(), newId()]
const careRows = `insert into care_notice_agreement (district_id, id, agency, reference, starts_on, ends_on, recorded_by, recorded_at)
    values ('${riversideId}', '${careAgreement}', 'Police', 'File 1', '2026-07-01', '2027-06-30', '${cast.yolanda.id}', '${at}')
    on conflict do nothing;
  insert into care_notice_sender (district_id, id, agreement_id, label, code, key_hash, made_by, made_at)
    values ('${riversideId}', '${careSender}', '${careAgreement}', 'Desk', 'abcdefghjkmn', '\\x00', '${cast.yolanda.id}', '${at}')
    on conflict do nothing`
const loginRows = `insert into auth.login values ('${login}', 'N', 'n@riverside.example', true, null, now(), now())
    on conflict do nothing;
  insert into auth.credential (id, account_id, provider_id, login_id, password, created_at, updated_at)
    values (gen_random_uuid(), '${login}', 'credential', '${login}', 'x', now(), now());
  update person set login_id = '${login}', email = 'n@riverside.example' where id = '${cast.helen.id}'`
const credentials = `select count(*)::int as n from auth.credential where login_id = '${login}'`

/** What a copy may have in force, the event it lacks, and what is left of it: 1 before, and 0 after. */
export const cases: Record<string, Case> = {
  'access.ended': {
    about: cast.jonah.id,
    left: `select count(*)::int as n from assignment a join person p on p.id = a.person_id
      where p.id = '${cast.jonah.id}' and a.ended_at is null and p.ended_at is null`,
  },
  'contact.protected': {
    arrange: `update caregiver set phone = '555-0100', contact_rule = 'any' where id = '${protectedOne}'`,
    detail: { caregiverId: protectedOne },
    left: `select count(*)::int as n from caregiver where id = '${protectedOne}' and (phone is not null or contact_rule = 'any')`,
  },
  'care_sender.revoked': {
    about: careSender,
    arrange: careRows,
    left: `select count(*)::int as n from care_notice_sender where id = '${careSender}' and revoked_at is null`,
  },
  'care_signing_key.revoked': {
    about: careKey,
    arrange: `${careRows}; insert into care_notice_signing_key (district_id, id, sender_id, public_key, made_by, made_at)
      values ('${riversideId}', '${careKey}', '${careSender}', 'MCowBQYDK2VwAyEA${'A'.repeat(43)}=', '${cast.yolanda.id}', '${at}')`,
    left: `select count(*)::int as n from care_notice_signing_key where id = '${careKey}' and revoked_at is null`,
  },
  'care_agreement.ended': {
    about: careAgreement,
    arrange: careRows,
    left: `select count(*)::int as n from care_notice_agreement where id = '${careAgreement}' and ended_at is null`,
  },
  'password.changed': { about: cast.helen.id, arrange: loginRows, left: credentials },
  'passkey.removed': { about: cast.helen.id, arrange: loginRows, left: credentials },
  'second_step.set_up': { about: cast.helen.id, arrange: loginRows, left: credentials },
  'second_step.removed': { about: cast.helen.id, arrange: loginRows, left: credentials },
  'recovery_codes.renewed': { about: cast.helen.id, arrange: loginRows, left: credentials },
  'address.changed': {
    about: cast.helen.id,
    arrange: loginRows,
    left: `select count(*)::int as n from auth.login l join person p on p.login_id = l.id where l.id = '${login}'`,
  },
  'person.address_changed': {
    about: cast.helen.id,
    arrange: loginRows,
    left: `select count(*)::int as n from person where id = '${cast.helen.id}' and email is not null`,
  },
  'sign_off.withdrawn': {
    about: partners.cedarStreet.id,
    arrange: `insert into legal_sign_off select (jsonb_populate_record(s, jsonb_build_object('id', '${signOff}'))).*
      from legal_sign_off s where withdrawn_at is null and partner_id = '${partners.cedarStreet.id}' limit 1`,
    detail: { sign_off_id: signOff },
    left: `select count(*)::int as n from legal_sign_off where id = '${signOff}' and withdrawn_at is null`,
  },
  'opening.ended': {
    about: opening,
    arrange: `insert into record_opening (district_id, id, student_id, person_id, assignment_id, reason, words, opened_at, ends_at)
      select '${riversideId}', '${opening}', '${child.id}', a.person_id, a.id, 'here_now', 's1.x', '${at}', '${at}'::timestamptz + interval '4 hours'
      from assignment a where a.person_id = '${cast.priya.id}' limit 1`,
    left: `select 1 - count(*)::int as n from record_opening_end where opening_id = '${opening}'`,
  },
  'guardianship.updated': {
    about: child.id,
    arrange: `update guardianship set authority = 'may_consent' where caregiver_id = '${caregiver}'`,
    detail: { caregiver_id: caregiver, fields: ['authority'] },
    left: `select count(*)::int as n from guardianship
      where caregiver_id = '${caregiver}' and student_id = '${child.id}' and authority = 'may_consent'`,
  },
  'caregiver.updated': {
    about: caregiver,
    detail: { fields: ['contactRule'] },
    left: `select count(*)::int as n from caregiver where id = '${caregiver}' and contact_rule <> 'do_not_contact'`,
  },
  ...Object.fromEntries(
    ['caregiver.messages_changed', 'message_choice.changed'].map((name) => [
      name,
      {
        about: choice,
        arrange: `delete from message_choice where id = '${choice}';
          insert into message_choice (district_id, id, caregiver_id, email, text, digest, with_time, changed_by, changed_at)
          values ('${riversideId}', '${choice}', '${caregiver}', true, true, false, false, '${cast.maya.id}', '${at}')`,
        detail: { email: true, text: false },
        left: `select count(*)::int as n from message_choice where id = '${choice}' and text and email`,
      },
    ]),
  ),
  'family_sign_in.ended': {
    about: given,
    arrange: `insert into assignment (district_id, id, person_id, role, starts_on, student_id)
      values ('${riversideId}', '${given}', '${cast.carmen.id}', 'caregiver', '2026-09-01', '${child.id}')`,
    left: `select count(*)::int as n from assignment where id = '${given}' and ended_at is null`,
  },
  'texts.stopped': {
    detail: { mark: 'm'.repeat(43) },
    left: `select 1 - count(*)::int as n from text_stop where mark = repeat('m', 43) and stopped`,
  },
}
