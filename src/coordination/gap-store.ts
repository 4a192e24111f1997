import { sql } from 'kysely'
import type { Actor } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { NextOwner } from '#referrals/contract.ts'
import type { Tier } from '#standards/contract.ts'
import { lacksClinician } from './clinical-store.ts'
import { hasCrisisLead } from './crisis-lead-store.ts'
import { comesAfter, type PageValues } from './gap-page-store.ts'
import { type GapPage, pageValues } from './gap-page-sql.ts'

/** The six facts of one open referral, as a list needs them. */
export type GapRow = {
  id: string
  studentId: string
  studentName: string
  grade: string
  schoolId: string
  schoolName: string
  highNeed: boolean
  /** The tier by which its clocks run. No page says it here. */
  clockTier: Tier | null
  referredAt: Date
  nextDueAt: Date
  nextOwner: NextOwner
  navigatorName: string
  partnerShortName: string | null
  deciderName: string | null
  handoffDueAt: Date | null
  held: boolean
  clinicianOwedSince: Date | null
  consentAsked: boolean
  declined: boolean
  nextVisitAt: Date | null
  unreportedAt: Date | null
  askFamily: boolean
  onlyToClose: boolean
  firstSeenAt: Date | null
  engagedAt: Date | null
  crisisLead: boolean
  measured: boolean
}
/** The earliest visit of the student without a result, from now on or before. */
const visit = ($: PageValues, when: '<' | '>=') => sql`
  (select min(b.starts_at) from appointment b
    join referral o on o.district_id = b.district_id and o.id = b.referral_id and o.ended_at is null
    where b.district_id = f.district_id and b.student_id = f.student_id and b.result is null
      and b.starts_at ${sql.raw(when)} ${$.now})`

const riskUnheldSince = sql`case when ${lacksClinician(sql`f`)} then f.high_risk_at end as risk_since`
/** As choseNotToShare has it. */
const saidNo = sql`f.state = 'handoff_open' and (select coalesce(bool_or(not c.discloses), false)
      and not coalesce(bool_or(c.discloses and c.partner_id = f.partner_id), false)
    from consent c where c.district_id = f.district_id and c.referral_id = f.id) as declined`
const nothingMissing = sql`(risk_since is null and asked and lead
  and (declined or (held and measured and (visit_at is not null or closing))))`

// A page is 30 of thousands: what is asked of each row is asked so that the server does not
// answer it for all of them first.
const rows = statement(
  ($: PageValues) => sql<GapRow>`
    with facts as (
      select f.id, f.student_id, f.school_id, f.navigator_id, f.partner_id, f.decision_id, f.high_need, f.tier, f.referred_at,
        f.next_due_at, f.next_owner, f.first_seen_at, f.engaged_at, f.next_step = 'close_loop' as closing,
        f.next_step = 'contact_family' as asking,
        (select true from clinical_responsibility r where r.district_id = f.district_id and r.referral_id = f.id
          and r.ended_at is null limit 1) is not null as held,
        ${riskUnheldSince},
        (select true from consent c where c.district_id = f.district_id and c.referral_id = f.id
          and c.discloses is not null limit 1) is not null as asked,
        ${saidNo},
        ${visit($, '>=')} as visit_at, ${visit($, '<')} as over_at,
        ${hasCrisisLead({ district: $.district, today: $.today, school: sql`f.school_id` })} as lead,
        exists (select 1 from agreed_measure m where m.district_id = f.district_id and m.student_id = f.student_id) as measured
      from referral f
      where f.district_id = ${$.district} and f.ended_at is null
        and ${withinReach($.schools, 'f.school_id')}
        and ${comesAfter($, 'f.next_due_at')}
      order by f.next_due_at, f.id
    ), missing as materialized (
      select * from facts where not ${nothingMissing} limit ${$.limit}
    )
    select f.id, f.student_id as "studentId", coalesce(s.preferred_name, s.given_name) || ' ' || s.family_name as "studentName",
      s.grade, f.school_id as "schoolId", c.name as "schoolName", f.high_need as "highNeed", f.tier as "clockTier",
      f.referred_at as "referredAt", f.next_due_at as "nextDueAt",
      f.next_owner as "nextOwner", g.name as "navigatorName", p.short_name as "partnerShortName", e.name as "deciderName",
      h.due_at as "handoffDueAt", f.held, f.risk_since as "clinicianOwedSince",
      f.asked as "consentAsked", f.declined, f.visit_at as "nextVisitAt",
      f.over_at as "unreportedAt", f.asking as "askFamily", f.closing as "onlyToClose",
      f.first_seen_at as "firstSeenAt", f.engaged_at as "engagedAt", f.lead as "crisisLead", f.measured
    from missing f
    join student s on s.district_id = ${$.district} and s.id = f.student_id
    join school c on c.district_id = ${$.district} and c.id = f.school_id
    join person g on g.district_id = ${$.district} and g.id = f.navigator_id
    left join partner p on p.district_id = ${$.district} and p.id = f.partner_id
    left join triage_decision t on t.district_id = ${$.district} and t.id = f.decision_id
    left join person e on e.district_id = ${$.district} and e.id = t.decided_by
    left join handoff h on h.district_id = ${$.district} and h.referral_id = f.id
    order by f.next_due_at, f.id`,
)

/**
 * Open referrals within reach for which any of the six answers is missing, the soonest promise first
 * [R082].
 */
export const referralsWithGaps = (tx: Transaction, actor: Actor, page: GapPage): Promise<GapRow[]> =>
  tx.all(rows, pageValues(actor, page))
