import { sql } from 'kysely'
import { careTeam, type Role, triageStaff } from '#access/roles.ts'
import { incidentReviewers } from '#debriefs/contract.ts'
import { escalationLeads } from '#escalations/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { reviewers } from '#reviews/contract.ts'
import type { OpenRecord } from './lost.ts'
import { ownerAway, ownerWorks, seenBy, standIn } from './lost-sql.ts'

/** In which roles people find each kind on a list of theirs. */
const readers = {
  care: careTeam,
  crisis: ['crisis_lead', 'designated_lead'],
  debrief: incidentReviewers,
  lead: escalationLeads,
  review: reviewers,
  triage: triageStaff,
} as const satisfies Record<string, readonly Role[]>

type Values = { district: string; now: Date; late: Date } & Record<keyof typeof readers, readonly Role[]>

/** Open referrals: the next step follows from how it stands, and the round looks at its clocks. */
const referrals = ($: Values) => sql`
  select 'referral' as type, f.id, f.id as referral_id, f.student_id, f.school_id, f.navigator_id as owner_id, false as queue_owns,
    f.next_step is not null and not (f.next_step = 'hold_visit' and not exists (select from appointment v
        where v.district_id = f.district_id and v.referral_id = f.id and v.result is null))
      and (f.next_step not in ('make_handoff', 'offer_school_support') or f.state = 'handoff_open')
      and (f.next_step <> 'confirm_receipt' or f.state = 'sent') and (f.next_step <> 'answer_referral' or f.state = 'received') as has_next,
    f.next_due_at is not null and (f.referred_at > ${$.late} or exists (select from stall_watch w
      where w.district_id = f.district_id and w.referral_id = f.id and (w.next_at is null or w.next_at > ${$.late}))) as clock_runs,
    ${$.care}::text[] as roles
  from referral f where f.district_id = ${$.district} and f.ended_at is null`
const supports = ($: Values) => sql`
  select 'support', b.id, null::uuid, b.student_id, b.school_id, b.owner_id, false, true, b.review_on is not null, ${$.care}::text[]
  from brief_support b where b.district_id = ${$.district} and b.ended_at is null`
/** A crisis is of everybody who is told of it: where whoever has it is gone, its timer asks the others. */
const incidents = ($: Values) => sql`
  select 'incident', i.id, null::uuid, i.student_id, i.school_id, null::uuid, true, true,
    exists (select from crisis_alert a where a.district_id = i.district_id and a.incident_id = i.id), ${$.crisis}::text[]
  from crisis_incident i where i.district_id = ${$.district} and i.state <> 'closed'`
/**
 * A stalled loop is of every lead of its school: what is late is told to the next of them, whoever has it.
 */
const escalations = ($: Values) => sql`
  select 'escalation', e.id, e.referral_id, e.student_id, e.school_id, null::uuid, true, true, e.next_due_at > ${$.late},
    ${$.lead}::text[]
  from escalation e where e.district_id = ${$.district} and e.closed_at is null`
const tasks = ($: Values) => sql`
  select 'task', t.id, t.referral_id, t.student_id, t.school_id, t.owner_id, false, true, t.due_on is not null, ${$.review}::text[]
  from review_task t where t.district_id = ${$.district} and t.finished_at is null`
const reviews = ($: Values) => sql`
  select 'review', r.id, null::uuid, null::uuid, s.school_id, null::uuid, true, true, true, ${$.review}::text[]
  from weekly_review r join lateral (select x.school_id from weekly_review_school x
    where x.district_id = r.district_id and x.review_id = r.id order by x.school_id limit 1) s on true
  where r.district_id = ${$.district} and r.closed_at is null`
/** Until somebody takes it up, a concern is of everybody who decides at its school; a late one is told. */
const concerns = ($: Values) => sql`
  select 'concern', c.id, null::uuid, c.student_id, c.school_id, c.acknowledged_by, true, true,
    c.due_at > ${$.late} or c.late_told_at is not null, ${$.triage}::text[]
  from concern c where c.district_id = ${$.district} and c.state in ('submitted', 'acknowledged')`

/** A review of an incident is told once it is late, and then stands on the page of whoever leads. */
const debriefs = ($: Values) => sql`
  select 'debrief', r.id, null::uuid, r.student_id, r.school_id, r.owner_id, false, true,
    r.due_at > ${$.late} or r.late_told_at is not null, ${$.debrief}::text[]
  from incident_review r where r.district_id = ${$.district} and r.written_at is null`
const improvements = ($: Values) => sql`
  select 'improvement', i.id, null::uuid, i.student_id, i.school_id, i.owner_id, false, true, i.due_on is not null,
    ${$.debrief}::text[]
  from improvement i where i.district_id = ${$.district} and i.ended_at is null`
const helps = ($: Values) => sql`
  select 'help', h.id, h.referral_id, h.student_id, f.school_id, f.navigator_id, false, true, true, ${$.care}::text[]
  from practical_support h join referral f on f.district_id = h.district_id and f.id = h.referral_id
  where h.district_id = ${$.district} and h.ended_at is null`
/** Whoever is looked at again on a rhythm is everybody’s who triages at the school. */
const reassessments = ($: Values) => sql`
  select 'reassessment', r.id, null::uuid, r.student_id, r.school_id, null::uuid, true, true, true, ${$.triage}::text[]
  from reassessment r where r.district_id = ${$.district} and r.ended_at is null`

/** A plan to come back that is not agreed on is told once it is late; from then on a day is always set. */
const returns = ($: Values) => sql`
  select 'return', r.id, null::uuid, r.student_id, r.school_id, r.owner_id, false, true,
    r.next_due_at > ${$.late} or r.late_told_at is not null or r.state <> 'due', ${$.care}::text[]
  from return_plan r where r.district_id = ${$.district} and r.ended_at is null`
const followUps = ($: Values) => sql`
  select 'follow_up', f.id, null::uuid, f.student_id, f.school_id, f.owner_id, false, true, f.due_at is not null, ${$.care}::text[]
  from follow_up f where f.district_id = ${$.district} and f.ended_at is null`

const sources = [
  referrals,
  supports,
  incidents,
  debriefs,
  improvements,
  returns,
  followUps,
  escalations,
  tasks,
  reviews,
  concerns,
  helps,
  reassessments,
]

const survey = statement(
  ($: Values) => sql<OpenRecord>`
    select o.type, o.id, o.referral_id as "referralId", o.student_id as "studentId", o.school_id as "schoolId",
      o.owner_id as "ownerId", o.queue_owns as "queueOwns", o.has_next as "hasNext", o.clock_runs as "clockRuns",
      ${ownerWorks} as "ownerWorks", ${ownerAway} as "ownerAway", ${standIn} as "standIn", ${seenBy} as "seenBy"
    from (${sql.join(
      sources.map((source) => source($)),
      sql` union all `,
    )}) o
    cross join (select district_id, ${$.now}::timestamptz as now, (${$.now}::timestamptz at time zone time_zone)::date as on_day
      from district where district_id = ${$.district}) d
    order by o.type, o.id`,
)

/** For so long a clock that ran out may wait for the round: longer, and nobody hears of it. */
const patience = 5 * 60_000

/** Everything that is open in the district, with what proves that nobody is lost by it. */
export const openRecords = (tx: Transaction, now: Date): Promise<OpenRecord[]> =>
  tx.all(survey, {
    district: tx.scope.districtId,
    now,
    late: new Date(now.getTime() - patience),
    ...readers,
  })
