import type pg from 'pg'

/**
 * What left, told by the rows that carry it and without a look at the ledger: at which instant, which way,
 * and which item.
 */
const left = `
  select referral_id, null::uuid as exception_id, 'to_partner' as way, at, item from sent
  union all select referral_id, null, 'to_school', entered_at, 'status' from referral_status where source = 'partner'
  union all select referral_id, null, 'to_school', posted_at, 'participation' from participation
  union all select referral_id, null, 'to_school', posted_at, 'safety_signal' from safety_signal
  union all select referral_id, null, direction, sent_at, case direction when 'to_school' then 'agency_alert' else 'school_alert' end
    from support_alert
  union all select referral_id, null, 'to_partner', told_at, 'academic_observations' from class_observation
  union all select referral_id, null, 'to_partner', logged_at, 'academic_observations' from school_visit
  union all select referral_id, null, 'to_partner', told_at, 'coordination' from case_review_part
  union all select referral_id, null, 'to_partner', joined_at, 'coordination' from wraparound_member where side = 'agency'
  union all select referral_id, null, 'to_school', posted_at, 'status' from treatment_milestone
  union all select referral_id, null, 'to_school', offered_at, 'appointment' from visit_offer
  union all select referral_id, null, 'to_school', requested_at, 'status' from further_request
  union all select v.referral_id, null, case when a.partner_id is null then 'to_partner' else 'to_school' end, v.booked_at, 'appointment'
    from appointment v join assignment a on a.district_id = v.district_id and a.person_id = v.booked_by
  union all select v.referral_id, null, 'to_school', v.result_at, case v.kind when 'follow_up' then 'participation' else 'appointment' end
    from appointment v join assignment a on a.district_id = v.district_id and a.person_id = v.result_by
    where a.partner_id is not null and v.result <> 'rescheduled'
  union all select c.referral_id, null, 'to_partner', e.entered_at, unnest(e.items)
    from crisis_entry e join crisis_incident i on i.district_id = e.district_id and i.id = e.incident_id
    join lateral (select r.referral_id from clinical_responsibility r where r.district_id = i.district_id
      and r.student_id = i.student_id and r.accepted_at <= e.entered_at and (r.ended_at is null or r.ended_at > e.entered_at)
      order by r.accepted_at desc, r.id desc limit 1) c on true
    where e.kind = 'clinician_told' and e.what = 'consent'
  union all select null, id, 'to_other', disclosed_at, unnest(items) from consent_exception`

const same = `l.referral_id is not distinct from x.referral_id and l.exception_id is not distinct from x.exception_id
    and l.way = x.way and l.at = x.at`
/** Where the ledger and what left differ, in words. */
const amiss = `
  with sent as (select * from jsonb_to_recordset($1::jsonb) as s(referral_id uuid, at timestamptz, item text)),
  l as materialized (${left}),
  x as (select referral_id, exception_id, direction as way, at, items from disclosure)
  select 'not in the ledger: ' || way || ' ' || item as said from l
  where not exists (select from x where ${same} and l.item = any(x.items))
  union all
  select 'never left: ' || way || ' ' || items::text from x where not exists (select from l where ${same})
  union all
  select 'more than left: ' || items::text from x where not items <@ array(
    select item from l where ${same})
  union all
  select 'twice: ' || way from x group by referral_id, exception_id, way, at having count(*) > 1`

/** What differs now. @param admin opens the packets, which lie sealed */
export async function amissIn(admin: pg.Client): Promise<string[]> {
  const packets = await admin.query<{ referral_id: string; at: string; content: object }>(
    'select referral_id, sent_at::text as at, content from packet',
  )
  const sent = packets.rows.flatMap(({ content, ...packet }) =>
    Object.keys(content).map((item) => ({ ...packet, item })),
  )
  const { rows } = await admin.query<{ said: string }>(amiss, [JSON.stringify(sent)])
  return rows.map(({ said }) => said)
}

/** A file that was handed out: when, and each line by its headings, as it was read off the file itself. */
export type HandedOut = { at: Date; lines: readonly Readonly<Record<string, string>>[] }

type Accounted = { at: Date; number: number; items: string[]; student: string }

/** How the headings of the file are called in the accounting. */
const columns: Readonly<Record<string, string>> = {
  Number: 'number',
  Student: 'student',
  Grade: 'grade',
  School: 'school',
  Navigator: 'navigator',
  Agency: 'agency',
  'Owed next': 'owed',
  Due: 'due',
}

/** Where the accounting of the students and the files that were handed out differ, in words. */
export async function filesAmissIn(admin: pg.Client, files: readonly HandedOut[]): Promise<string[]> {
  const { rows } = await admin.query<Accounted>(
    `select r.at, f.number, r.items,
       coalesce(s.preferred_name, s.given_name) || ' ' || s.family_name as student
     from disclosure_reading r join referral f on f.district_id = r.district_id and f.id = r.referral_id
     join student s on s.district_id = r.district_id and s.id = r.student_id and s.id = f.student_id
     where r.kind = 'export' and r.purpose = 'coordination' and r.read_by is not null`,
  )
  const said = (at: Date, number: number | string, of: { student: string; items: readonly string[] }) =>
    `${at.toISOString()} ${number} ${of.student}: ${[...of.items].sort().join()}`
  const accounted = rows.map(({ at, number, student, items }) =>
    said(new Date(at), number, { student, items }),
  )
  const left = files.flatMap(({ at, lines }) =>
    lines.map((line) => {
      const items = ['tracker', ...Object.keys(line).map((heading) => columns[heading] ?? heading)]
      return said(at, line['Number'] ?? '', { student: line['Student'] ?? '', items })
    }),
  )
  return [
    ...left.filter((one) => !accounted.includes(one)).map((one) => `not in the ledger: ${one}`),
    ...accounted.filter((one) => !left.includes(one)).map((one) => `never left: ${one}`),
    ...accounted.filter((one, at) => accounted.indexOf(one) !== at).map((one) => `twice: ${one}`),
  ]
}
