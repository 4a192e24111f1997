import { type RawBuilder, sql } from 'kysely'
import { statement } from '#platform/database/query.ts'
import type { Open, OtherClock } from './missed.ts'

type Values = { district: string; now: Date }

type Sql = RawBuilder<unknown>
/** Whether no miss of a record is kept yet. Records other than a referral are told apart by their own id. */
const unknown = (clock: OtherClock, of: Sql, startedAt: Sql) => sql`
  not exists (select from standard_breach b where b.district_id = ${of}.district_id and b.clock = ${clock}
    and b.started_at = ${startedAt} and b.record_id = ${of}.id)`
const unknownOf = (clock: OtherClock, startedAt: Sql) => sql`
  not exists (select from standard_breach b where b.district_id = f.district_id and b.referral_id = f.id
    and b.clock = ${clock} and b.started_at = ${startedAt})`

const plain = sql`false, null::int`

/** K1: a concern that nobody decided in its time. */
const concerns = ($: Values) => sql`
  select 'triage', 'concern', c.id, null::uuid, c.student_id, c.school_id, c.received_at, c.due_at,
    case when c.acknowledged_by is null then 'queue' else 'owner' end, c.acknowledged_by, ${plain}
  from concern c where c.district_id = ${$.district} and c.state in ('submitted', 'acknowledged') and c.due_at <= ${$.now}
    and ${unknown('triage', sql`c`, sql`c.received_at`)}`
/** K10: whoever was told of an incident did not answer in their minutes, be it that they did later. */
const alerts = ($: Values) => sql`
  select 'crisis_acknowledgement', 'incident', a.incident_id, null::uuid, i.student_id, i.school_id, a.sent_at, a.ack_due_at,
    'owner', a.person_id, ${plain}
  from crisis_alert a join crisis_incident i on i.district_id = a.district_id and i.id = a.incident_id
  where a.district_id = ${$.district} and a.ack_due_at < least(${$.now}::timestamptz, coalesce(a.acknowledged_at, 'infinity'))
    and a.sent_at > ${$.now}::timestamptz - interval '30 days' and i.ended_as is distinct from 'another_student'
    and not exists (select from standard_breach b where b.district_id = a.district_id
      and b.record_id in (a.incident_id, i.rights_incident_id)
      and b.clock = 'crisis_acknowledgement' and b.started_at = a.sent_at)`
/** K11: no caregiver was told, and nobody wrote down why not. */
const caregivers = ($: Values) => sql`
  select 'caregiver_told', 'incident', i.id, null::uuid, i.student_id, i.school_id, i.started_at, null::timestamptz,
    case when i.owner_id is null then 'queue' else 'owner' end, i.owner_id, ${plain}
  from crisis_incident i where i.district_id = ${$.district} and i.state <> 'closed' and i.started_at < ${$.now}
    and not exists (select from crisis_entry e where e.district_id = i.district_id and e.incident_id = i.id
      and e.kind in ('caregiver_told', 'caregiver_not_told'))
    and ${unknown('caregiver_told', sql`i`, sql`i.started_at`)}`
/** K12 */
const debriefs = ($: Values) => sql`
  select 'incident_review', 'incident_review', r.id, null::uuid, r.student_id, r.school_id, r.opened_at, r.due_at, 'owner',
    r.owner_id, ${plain}
  from incident_review r where r.district_id = ${$.district} and r.written_at is null and r.due_at <= ${$.now}
    and ${unknown('incident_review', sql`r`, sql`r.opened_at`)}`
/** K13 */
const returns = ($: Values) => sql`
  select 'return_plan', 'return_plan', r.id, null::uuid, r.student_id, r.school_id, r.opened_at, r.due_at, 'owner',
    r.owner_id, ${plain}
  from return_plan r where r.district_id = ${$.district} and r.state = 'due' and r.ended_at is null and r.due_at <= ${$.now}
    and ${unknown('return_plan', sql`r`, sql`r.opened_at`)}`

const ofReferral = sql`f.id, f.student_id, f.school_id`
const navigator = sql`'navigator', f.navigator_id, f.high_need, f.tier`
/** K7: an open referral no weekly review came to, since it was reviewed last or made. */
const unreviewed = ($: Values) => sql`
  select 'weekly_review', 'referral', null::uuid, ${ofReferral}, w.since, null::timestamptz, ${navigator}
  from referral f cross join lateral (select coalesce(max(l.marked_at), f.referred_at) as since from weekly_review_line l
    where l.district_id = f.district_id and l.referral_id = f.id and l.outcome = 'reviewed') w
  where f.district_id = ${$.district} and f.ended_at is null and w.since < ${$.now}::timestamptz - interval '1 day'
    and ${unknownOf('weekly_review', sql`w.since`)}`
/** K9: what the family allowed has run out while the agency still works with the student. */
const consents = ($: Values) => sql`
  select 'consent_ending', 'consent', c.id, ${ofReferral}, c.given_at, (c.ends_on + 1)::timestamp at time zone d.time_zone,
    ${navigator}
  from consent c join referral f on f.district_id = c.district_id and f.id = c.referral_id
  join district d on d.district_id = c.district_id
  where c.district_id = ${$.district} and f.ended_at is null and f.sent_at is not null and c.discloses
    and (c.ends_on + 1)::timestamp at time zone d.time_zone <= ${$.now} and c.partner_id = f.partner_id
    and not exists (select from consent_revocation r where r.district_id = c.district_id and r.consent_id = c.id)
    and not exists (select from consent n where n.district_id = c.district_id and n.referral_id = c.referral_id
      and n.partner_id = c.partner_id and n.discloses and n.given_at > c.given_at)
    and ${unknown('consent_ending', sql`c`, sql`c.given_at`)}`
/** K15: nothing is agreed by which progress is seen across settings. */
const measures = ($: Values) => sql`
  select 'progress_meeting', 'referral', null::uuid, ${ofReferral}, f.referred_at, null::timestamptz, ${navigator}
  from referral f where f.district_id = ${$.district} and f.ended_at is null
    and f.referred_at < ${$.now}::timestamptz - interval '1 day'
    and not exists (select from agreed_measure m where m.district_id = f.district_id and m.student_id = f.student_id)
    and ${unknownOf('progress_meeting', sql`f.referred_at`)}`

const ofPartner = sql`null::uuid, null::uuid, null::uuid`
const relation = sql`case when p.relationship_owner_id is null then 'queue' else 'owner' end, p.relationship_owner_id, ${plain}`
/** K14: nobody said for so long whether what the directory says of an agency is still so. */
const entries = ($: Values) => sql`
  select 'directory_check', 'partner', p.id, ${ofPartner}, p.capacity_updated_at, null::timestamptz, ${relation}
  from partner p where p.district_id = ${$.district} and p.ended_at is null and p.onboarded_at is not null
    and ${unknown('directory_check', sql`p`, sql`p.capacity_updated_at`)}`
/** K16: the latest agreement with an agency was not made anew. */
const agreements = ($: Values) => sql`
  select 'agreement_renewal', 'partner', p.id, ${ofPartner}, a.began, null::timestamptz, ${relation}
  from partner p join district d on d.district_id = p.district_id
  join lateral (select max(g.starts_on)::timestamp at time zone d.time_zone as began from agreement g
    where g.district_id = p.district_id and g.partner_id = p.id) a on a.began is not null
  where p.district_id = ${$.district} and p.ended_at is null and ${unknown('agreement_renewal', sql`p`, sql`a.began`)}`

const columns = sql`
  o.c1 as clock, o.c2 as "recordType", o.c3 as "recordId", o.c4 as "referralId", o.c5 as "studentId", o.c6 as "schoolId",
  o.c7 as "startedAt", o.c8 as "dueAt", o.c9 as "heldBy", o.c10 as "personId", o.c11 as "highNeed", o.c12 as tier`
const listed = (sources: readonly (($: Values) => ReturnType<typeof concerns>)[]) =>
  statement(
    ($: Values) => sql<Open>`
      select ${columns} from (${sql.join(
        sources.map((source) => source($)),
        sql` union all `,
      )}) o (c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12)
      order by o.c7, o.c1, coalesce(o.c3, o.c4)`,
  )

/** Clocks that run in hours and minutes are asked about in every round, those in days once a night. */
export const sources = {
  round: listed([concerns, alerts, caregivers, debriefs, returns]),
  night: listed([unreviewed, consents, measures, entries, agreements]),
}
