import type pg from 'pg'
import { pastGuards } from '../../privacy/plant.ts'
import { riversideId } from '../../riverside/places.ts'

const at = `'2026-10-12T17:00:00Z'::timestamptz`
const own = `where f.district_id = $1`

/**
 * What the stories told leave without a row, though people are asked about it: who collects consent, a link
 * that waits, times of class and what was told from there, an alert, a crisis out of a stalled loop, a
 * second way to care, something a look found without an owner, and a review after a crisis that is still
 * owed. Each hangs on what there is.
 */
const rows: Readonly<Record<string, string>> = {
  family_contact: `insert into family_contact (district_id, id, student_id, person_id, named_by, named_at)
    select distinct on (f.student_id) f.district_id, gen_random_uuid(), f.student_id, f.navigator_id, f.navigator_id, ${at}
    from referral f ${own} and f.navigator_id is not null order by f.student_id, f.id`,
  family_link: `insert into family_link (district_id, id, student_id, caregiver_id, person_id, purpose, referral_id, partner_id,
      holds_until, scopes, asked_by, asked_at, expires_at)
    select distinct on (f.id) f.district_id, gen_random_uuid(), f.student_id, g.caregiver_id, f.navigator_id, 'consent', f.id,
      f.partner_id, '2027-06-30'::date, array['referral_disclosure'], f.navigator_id, ${at}, ${at} + interval '3 days'
    from referral f join guardianship g on g.district_id = f.district_id and g.student_id = f.student_id and g.ended_on is null
    ${own} and f.navigator_id is not null and f.partner_id is not null order by f.id, g.caregiver_id`,
  class_time: `insert into class_time (district_id, id, student_id, school_id, partner_id, kind, weekday, from_at, until_at, lesson,
      teacher_id, agreed_by, agreed_at)
    select distinct on (f.student_id) f.district_id, gen_random_uuid(), f.student_id, f.school_id, f.partner_id, 'in_class', 2,
      '09:00', '10:00', 'reading', f.navigator_id, f.navigator_id, ${at}
    from referral f ${own} and f.navigator_id is not null and f.school_id is not null order by f.student_id, f.id`,
  class_observation: `insert into class_observation (district_id, id, student_id, school_id, referral_id, partner_id, consent_id,
      observed, seen_on, told_by, told_at)
    select f.district_id, gen_random_uuid(), f.student_id, f.school_id, f.id, p.partner_id, p.consent_id, array['work_missing'],
      '2026-10-12', f.navigator_id, ${at}
    from referral f join packet p on p.district_id = f.district_id and p.referral_id = f.id
    ${own} and f.navigator_id is not null and f.school_id is not null`,
  school_visit: `insert into school_visit (district_id, id, student_id, school_id, referral_id, partner_id, consent_id, purpose,
      visited_on, logged_by, logged_at)
    select f.district_id, gen_random_uuid(), f.student_id, f.school_id, f.id, p.partner_id, p.consent_id, 'observe_class',
      '2026-10-12', f.navigator_id, ${at}
    from referral f join packet p on p.district_id = f.district_id and p.referral_id = f.id
    ${own} and f.navigator_id is not null and f.school_id is not null`,
  support_alert: `insert into support_alert (district_id, id, student_id, school_id, referral_id, partner_id, consent_id, direction,
      about, sent_by, sent_at, answer_due_at)
    select f.district_id, gen_random_uuid(), f.student_id, f.school_id, f.id, p.partner_id, p.consent_id, 'to_partner', 'check_in',
      f.navigator_id, ${at}, ${at} + interval '1 day'
    from referral f join packet p on p.district_id = f.district_id and p.referral_id = f.id
    ${own} and f.navigator_id is not null and f.school_id is not null`,
  family_profile: `insert into family_profile (district_id, id, student_id, school_id, work_limits, transport, kept_by, kept_at)
    select distinct on (f.student_id) f.district_id, gen_random_uuid(), f.student_id, f.school_id, array['evenings'], 'none',
      f.navigator_id, ${at}
    from referral f ${own} and f.navigator_id is not null and f.school_id is not null order by f.student_id, f.id
    on conflict do nothing`,
  family_need: `insert into family_need (district_id, id, student_id, school_id, kind, owner_id, due_on, noted_by, noted_at)
    select distinct on (f.student_id) f.district_id, gen_random_uuid(), f.student_id, f.school_id, 'clothing', f.navigator_id,
      '2026-10-20', f.navigator_id, ${at}
    from referral f ${own} and f.navigator_id is not null and f.school_id is not null order by f.student_id, f.id
    on conflict do nothing`,
  escalation_crisis: `with risen as (
      insert into crisis_incident select (jsonb_populate_record(null::crisis_incident,
        to_jsonb(i) || jsonb_build_object('id', gen_random_uuid(), 'student_id', f.student_id, 'school_id', f.school_id))).*
      from (select distinct on (e.student_id) e.* from escalation e where e.district_id = $1 order by e.student_id, e.id) f,
        lateral (select * from crisis_incident i where i.district_id = f.district_id order by i.id limit 1) i
      where f.school_id is not null returning *)
    insert into escalation_crisis (district_id, escalation_id, incident_id, student_id, said_by, said_at)
    select f.district_id, f.id, r.id, f.student_id, n.navigator_id, ${at}
    from escalation f join risen r on r.district_id = f.district_id and r.student_id = f.student_id
    join referral n on n.district_id = f.district_id and n.id = f.referral_id and n.navigator_id is not null ${own}`,
  referral: `update referral f set predecessor_id = null ${own} and f.predecessor_id is not null`,
  lost_finding: `insert into lost_finding (district_id, id, check_id, record_type, record_id, referral_id, student_id, school_id,
      lacks, repaired)
    select f.district_id, gen_random_uuid(), c.id, 'referral', f.id, f.id, f.student_id, f.school_id, 'owner', true
    from referral f, (select id from lost_check where district_id = $1 order by id limit 1) c
    ${own} and f.school_id is not null`,
  incident_review: `update incident_review f set written_at = null, written_by = null, marks = null, outcome = null, learned = null ${own} and f.id in
    (select id from incident_review where district_id = $1 order by id limit 2)`,
}

/** Puts them there past the guards, before anything is copied. @throws naming a table that got nothing */
export async function plantBesideStories(admin: pg.ClientBase): Promise<void> {
  await pastGuards(admin, async () => {
    for (const [table, statement] of Object.entries(rows)) {
      const { rowCount } = await admin.query(statement, [riversideId])
      if (rowCount === 0) throw new Error(`Nothing was put beside the stories into ${table}`)
    }
  })
}
