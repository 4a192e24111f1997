import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import { opened } from '#platform/vault/opened.ts'
import type { LineFacts } from './line.ts'
import { lineColumns, lineTables } from './line-store.ts'

/** One referral of a chain of redirects, with the facts of its line. */
export type ChainLink = LineFacts & {
  id: string
  number: number
  partnerName: string | null
  firstReferredAt: Date
  nextVisitAt: Date | null
}

const chain = statement(
  ($: { district: string; id: string; now: Date }) => sql<ChainLink>`
    with recursive back as (
      select r.id, r.predecessor_id, 0 as depth from referral r where r.district_id = ${$.district} and r.id = ${$.id}
      union all
      select r.id, r.predecessor_id, b.depth + 1 from referral r join back b on r.id = b.predecessor_id
      where r.district_id = ${$.district} and b.depth < 8
    )
    select f.id, f.number, p.short_name as "partnerName", f.first_referred_at as "firstReferredAt", ${lineColumns($.now)}
    from back b join referral f on f.district_id = ${$.district} and f.id = b.id
    join district d on d.district_id = f.district_id
    left join partner p on p.district_id = f.district_id and p.id = f.partner_id
    ${lineTables}
    order by b.depth desc`,
)

/** A referral and everything it was redirected from, the first of its chain first. */
export const chainOf = (tx: Transaction, id: string, now: Date): Promise<ChainLink[]> =>
  tx.all(chain, { district: tx.scope.districtId, id, now })

export type ReferralNames = {
  studentName: string
  grade: string
  schoolName: string
  navigatorName: string
  tier: number | null
  deciderName: string | null
  partnerName: string | null
  partnerShortName: string | null
  partnerPhone: string | null
  routeAddress: string | null
  repeatOfNumber: number | null
  /** Later referrals for the same need that were linked to this one. */
  repeatedBy: { id: string; number: number }[]
  /** The referral whose agency asked for this one, beside its own treatment. */
  furtherOfId: string | null
  furtherOfNumber: number | null
  /** Referrals this one's agency asked for. */
  furthers: { id: string; number: number }[]
  /** Whether the agency asked anything: a time to put to the family, or a further referral. */
  asked: boolean
  successorId: string | null
  successorNumber: number | null
  successorPartner: string | null
  ending: string | null
  endingReason: string | null
}
const names = statement(
  ($: { district: string; id: string }) => sql<ReferralNames>`
    select coalesce(s.preferred_name, s.given_name) || ' ' || s.family_name as "studentName", s.grade, c.name as "schoolName",
      n.name as "navigatorName", t.tier, e.name as "deciderName", p.name as "partnerName",
      p.short_name as "partnerShortName", p.phone as "partnerPhone", r.address as "routeAddress", o.number as "repeatOfNumber",
      x.id as "successorId", x.number as "successorNumber", y.short_name as "successorPartner", q.ending, q.reason as "endingReason",
      u.id as "furtherOfId", u.number as "furtherOfNumber",
      coalesce((select json_agg(json_build_object('id', v.id, 'number', v.number) order by v.number) from referral v
        where v.district_id = f.district_id and v.student_id = f.student_id and v.further_of_id = f.id), '[]') as furthers,
      (exists (select 1 from further_request m where m.district_id = f.district_id and m.referral_id = f.id)
        or exists (select 1 from visit_offer l where l.district_id = f.district_id and l.referral_id = f.id)) as asked,
      coalesce((select json_agg(json_build_object('id', z.id, 'number', z.number) order by z.number) from referral z
        where z.district_id = f.district_id and z.student_id = f.student_id and z.repeat_of_id = f.id), '[]') as "repeatedBy"
    from referral f
    join student s on s.district_id = f.district_id and s.id = f.student_id
    join school c on c.district_id = f.district_id and c.id = f.school_id
    join person n on n.district_id = f.district_id and n.id = f.navigator_id
    left join triage_decision t on t.district_id = f.district_id and t.id = f.decision_id
    left join concern k on k.district_id = f.district_id and k.id = t.concern_id
    left join person e on e.district_id = f.district_id and e.id = t.decided_by
    left join person w on w.district_id = f.district_id and w.id = k.reporter_id
    left join partner p on p.district_id = f.district_id and p.id = f.partner_id
    left join intake_route r on r.district_id = f.district_id and r.partner_id = f.partner_id and r.closed_at is null
    left join referral o on o.district_id = f.district_id and o.id = f.repeat_of_id
    left join referral u on u.district_id = f.district_id and u.id = f.further_of_id
    left join referral x on x.district_id = f.district_id and x.predecessor_id = f.id
    left join partner y on y.district_id = f.district_id and y.id = x.partner_id
    left join referral_ending q on q.district_id = f.district_id and q.referral_id = f.id
    where f.district_id = ${$.district} and f.id = ${$.id}`,
)

/** The names a referral's page speaks of. Reach is judged before. @throws when there is no such referral */
export const referralNames = (tx: Transaction, id: string): Promise<ReferralNames> =>
  tx.one(names, { district: tx.scope.districtId, id })

/** The times of the warm handoff as evidence, whoever reads them [R054]. */
export type Evidence = {
  state: string
  openedAt: Date
  dueAt: Date
  firstAttemptAt: Date | null
  conversationAt: Date | null
  receiptAt: Date | null
  receiptBy: string | null
  caregiverPresentAtSend: boolean | null
  logisticsAt: Date | null
  planGivenAt: Date | null
  completedAt: Date | null
  missReason: string | null
  exceptionReason: string | null
  highNeedCriteria: string[]
  attempts: number
  corrections: number
}
const evidence = statement(
  ($: { district: string; id: string }) => sql<Evidence>`
    select h.state, h.opened_at as "openedAt", h.due_at as "dueAt", h.first_attempt_at as "firstAttemptAt",
      h.conversation_at as "conversationAt", h.receipt_at as "receiptAt",
      ${opened('handoff.receipt_by', 'h')} as "receiptBy",
      h.caregiver_present_at_send as "caregiverPresentAtSend", h.logistics_at as "logisticsAt", h.plan_given_at as "planGivenAt",
      h.completed_at as "completedAt", h.miss_reason as "missReason", h.exception_reason as "exceptionReason",
      h.high_need_criteria as "highNeedCriteria",
      (select count(*)::int from contact_attempt a where a.district_id = h.district_id and a.referral_id = h.referral_id) as attempts,
      (select count(*)::int from correction k where k.district_id = h.district_id and k.referral_id = h.referral_id) as corrections
    from handoff h where h.district_id = ${$.district} and h.referral_id = ${$.id}`,
)
/** What is on record of the handoff, or undefined before there was one. */
export const findEvidence = (tx: Transaction, id: string): Promise<Evidence | undefined> =>
  tx.maybe(evidence, { district: tx.scope.districtId, id })

const openBarriers = statement(
  ($: { district: string; id: string }) => sql<{
    id: string
    category: string
    openedAt: Date
    resolvedAt: Date | null
    /** The visit it stood in the way of, where it was noted about one. */
    appointmentId: string | null
  }>`
    select id, category, opened_at as "openedAt", resolved_at as "resolvedAt", appointment_id as "appointmentId" from barrier
    where district_id = ${$.district} and referral_id = ${$.id} order by resolved_at is not null, opened_at`,
)
export const barriersOf = (tx: Transaction, id: string) =>
  tx.all(openBarriers, { district: tx.scope.districtId, id })

const help = statement(
  ($: { district: string; id: string }) => sql<{
    open: number
    /** YYYY-MM-DD: since when the forms the family was helped with are complete, while no form is owed. */
    formsDoneOn: string | null
  }>`
    select count(*) filter (where ended_at is null)::int as open,
      case when bool_or(kind = 'intake_forms' and ended_at is null) then null
        else max(happened_on) filter (where kind = 'intake_forms') end as "formsDoneOn"
    from practical_support where district_id = ${$.district} and referral_id = ${$.id}`,
)
/** How much practical help a family waits for, and whether its forms are complete [R056]. */
export const helpStands = (tx: Transaction, id: string) => tx.one(help, { district: tx.scope.districtId, id })
