import { sql } from 'kysely'
import { findingsOwed } from '#drills/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { heldClinically, lacksClinician } from './clinical-store.ts'
import type { OpenRecord } from './lost.ts'
import { helps, needs, outsides, supportAlerts } from './lost-family-store.ts'
import { anyRisk, byRole, dayRuns, none, readers, timeRuns, type Values } from './lost-source-store.ts'
import { namedThere, ownerAway, ownerWorks, seenBy, standIn } from './ownership-store.ts'

/** Open referrals: the next step follows from how it stands, and the round looks at its clocks. */
const referrals = ($: Values) => sql`
  select 'referral' as type, f.id, f.id as referral_id, f.student_id, f.school_id, f.navigator_id as owner_id, false as queue_owns,
    f.next_step is not null and not (f.next_step = 'hold_visit' and not exists (select from appointment v
        where v.district_id = f.district_id and v.referral_id = f.id and v.result is null))
      and (f.next_step not in ('make_handoff', 'offer_school_support') or f.state = 'handoff_open')
      and (f.next_step <> 'confirm_receipt' or f.state = 'sent') and (f.next_step <> 'answer_referral' or f.state = 'received') as has_next,
    f.next_due_at is not null and (f.referred_at > ${$.late} or exists (select from stall_watch w
      where w.district_id = f.district_id and w.referral_id = f.id and (w.next_at is null or w.next_at > ${$.late}))) as clock_runs,
    ${$.care}::text[] as roles, ${byRole} as named,
    not ${lacksClinician(sql`f`)} as clinical
  from referral f where f.district_id = ${$.district} and f.ended_at is null`
const supports = ($: Values) => sql`
  select 'support', b.id, ${none}, b.student_id, b.school_id, b.owner_id, false, true, ${dayRuns($, sql`b.review_on`)},
    ${$.care}::text[], ${byRole}, b.high_risk_at is null or ${heldClinically(sql`b`)}
  from brief_support b join district d on d.district_id = b.district_id
  where b.district_id = ${$.district} and b.ended_at is null`
/** A crisis is of everybody who is told of it: until it is closed, somebody is asked again and again. */
const incidents = ($: Values) => sql`
  select 'incident', i.id, ${none}, i.student_id, i.school_id, ${none}, true, true, coalesce(i.check_due_at > ${$.late}, false)
      and exists (select from crisis_alert a where a.district_id = i.district_id and a.incident_id = i.id), ${$.crisis}::text[],
    ${byRole}, ${anyRisk}
  from crisis_incident i where i.district_id = ${$.district} and i.state <> 'closed'`
/**
 * A stalled loop is of every lead of its school: what is late is told to the next of them, whoever has it.
 */
const escalations = ($: Values) => sql`
  select 'escalation', e.id, e.referral_id, e.student_id, e.school_id, ${none}, true, true, e.next_due_at > ${$.late},
    ${$.lead}::text[], ${byRole}, ${anyRisk}
  from escalation e where e.district_id = ${$.district} and e.closed_at is null`
const tasks = ($: Values) => sql`
  select 'task', t.id, t.referral_id, t.student_id, t.school_id, t.owner_id, false, true, ${dayRuns($, sql`t.due_on`)},
    ${$.review}::text[], ${byRole}, ${anyRisk}
  from review_task t join district d on d.district_id = t.district_id
  where t.district_id = ${$.district} and t.finished_at is null`
/** A review that was begun is of its week: one left open into another week but the next is forgotten. */
const reviews = ($: Values) => sql`
  select 'review', r.id, ${none}, ${none}, s.school_id, ${none}, true, true, ${dayRuns($, sql`r.week_on + 6`)},
    ${$.review}::text[], ${byRole}, ${anyRisk}
  from weekly_review r join district d on d.district_id = r.district_id
  join lateral (select x.school_id from weekly_review_school x
    where x.district_id = r.district_id and x.review_id = r.id order by x.school_id limit 1) s on true
  where r.district_id = ${$.district} and r.closed_at is null`
/** Until somebody takes it up, a concern is of everybody who decides at its school; a late one is told. */
const concerns = ($: Values) => sql`
  select 'concern', c.id, ${none}, c.student_id, c.school_id, c.acknowledged_by, true, true,
    c.due_at > ${$.late} or c.late_told_at is not null, ${$.triage}::text[], ${byRole}, ${anyRisk}
  from concern c where c.district_id = ${$.district} and c.state in ('submitted', 'acknowledged')`

/** A review of an incident is told once it is late, and then stands on the page of whoever leads. */
const debriefs = ($: Values) => sql`
  select 'debrief', r.id, ${none}, r.student_id, r.school_id, r.owner_id, false, true,
    r.due_at > ${$.late} or r.late_told_at is not null, ${$.debrief}::text[], ${byRole}, ${anyRisk}
  from incident_review r where r.district_id = ${$.district} and r.written_at is null`
const improvements = ($: Values) => sql`
  select 'improvement', i.id, ${none}, i.student_id, i.school_id, i.owner_id, false, true, ${dayRuns($, sql`i.due_on`)},
    ${$.debrief}::text[], ${byRole}, ${anyRisk}
  from improvement i join district d on d.district_id = i.district_id
  where i.district_id = ${$.district} and i.ended_at is null`
/** Whoever is looked at again on a rhythm is everybody’s who triages at the school. */
const reassessments = ($: Values) => sql`
  select 'reassessment', r.id, ${none}, r.student_id, r.school_id, ${none}, true, true, ${dayRuns($, sql`r.next_on`)},
    ${$.triage}::text[], ${byRole}, ${anyRisk}
  from reassessment r join district d on d.district_id = r.district_id
  where r.district_id = ${$.district} and r.ended_at is null`

/** A plan to come back that is not agreed on is told once it is late; from then on its next day counts. */
const returns = ($: Values) => sql`
  select 'return', r.id, ${none}, r.student_id, r.school_id, r.owner_id, false, true,
    case when r.state = 'due' then r.next_due_at > ${$.late} or r.late_told_at is not null
      else ${timeRuns($, sql`r.next_due_at`)} end, ${$.care}::text[], ${byRole}, ${anyRisk}
  from return_plan r where r.district_id = ${$.district} and r.ended_at is null`
const followUps = ($: Values) => sql`
  select 'follow_up', f.id, ${none}, f.student_id, f.school_id, f.owner_id, false, true, ${timeRuns($, sql`f.due_at`)},
    ${$.care}::text[], ${byRole}, ${anyRisk}
  from follow_up f where f.district_id = ${$.district} and f.ended_at is null`

/** A notice of law enforcement is of whoever was told of it, and of nobody else; it ends by itself. */
const careNotices = ($: Values) => sql`
  select 'care_notice', n.id, ${none}, ${none}, n.school_id, n.acknowledged_by, true, true, n.expires_at > ${$.late}
      and (n.acknowledged_at is not null or n.answer_due_at > ${$.late} or n.backup_told_at is not null), null::text[],
    array(select t.person_id from care_notice_told t where t.district_id = n.district_id and t.notice_id = n.id), ${anyRisk}
  from care_notice n where n.district_id = ${$.district} and n.emptied_at is null`
const drillFindings = ($: Values) => sql`
  select 'drill_finding', f.id, ${none}, ${none}, f.school_id, f.owner_id, false, true, ${dayRuns($, sql`f.due_on`)},
    ${$.drill}::text[], ${byRole}, ${anyRisk}
  from (${findingsOwed($.district)}) f join district d on d.district_id = f.district_id`

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
  needs,
  outsides,
  supportAlerts,
  reassessments,
  careNotices,
  drillFindings,
]

const survey = statement(
  ($: Values) => sql<OpenRecord>`
    select o.type, o.id, o.referral_id as "referralId", o.student_id as "studentId", o.school_id as "schoolId",
      o.owner_id as "ownerId", o.queue_owns as "queueOwns", o.has_next as "hasNext", o.clock_runs as "clockRuns",
      ${ownerWorks} as "ownerWorks", ${ownerAway} as "ownerAway", ${standIn} as "standIn",
      case when o.named is null then ${seenBy} else ${namedThere} end as "seenBy", o.clinical
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

/** A day nobody moved for so long is a clock that stands: the week in which a review comes to everything. */
const week = 7 * 86_400_000

/** Everything that is open in the district, with what proves that nobody is lost by it. */
export const openRecords = (tx: Transaction, now: Date): Promise<OpenRecord[]> =>
  tx.all(survey, {
    district: tx.scope.districtId,
    now,
    late: new Date(now.getTime() - patience),
    stale: new Date(now.getTime() - week),
    ...readers,
  })
