import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import { awaitsReview, openingLimits } from '#people/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

export type Counted = { count: number; late: number }
type Key = {
  district: string
  schools: readonly string[] | null
  person: string | null
  now: Date
  today: string
}

const reviews = statement(
  ($: Key & { lateBefore: Date }) => sql<Counted>`
    select count(*)::int as count, count(*) filter (where o.opened_at < ${$.lateBefore})::int as late
    from record_opening o join student t on t.district_id = o.district_id and t.id = o.student_id
    where o.district_id = ${$.district} and ${withinReach($.schools, 't.school_id')} and o.person_id <> ${$.person}
      and not exists (select from record_opening_review v where v.district_id = o.district_id and v.opening_id = o.id)`,
)
const conflicts = statement(
  ($: Key) => sql<Counted>`
    select count(*)::int as count, 0 as late
    from access_block b join student t on t.district_id = b.district_id and t.id = b.student_id
    where b.district_id = ${$.district} and ${awaitsReview('b')} and ${withinReach($.schools, 't.school_id')}`,
)
const requests = statement(
  ($: Key) => sql<Counted>`
    select count(*)::int as count, count(*) filter (where q.due_on < ${$.today}::date)::int as late
    from record_request q join student t on t.district_id = q.district_id and t.id = q.student_id
    where q.district_id = ${$.district} and ${withinReach($.schools, 't.school_id')}
      and not exists (select from record_answer a where a.district_id = q.district_id and a.request_id = q.id)`,
)
const removals = statement(
  ($: Key) => sql<Counted>`
    select count(*)::int as count, 0 as late from record_removal m
    where m.district_id = ${$.district} and m.carried_by is null and m.proposed_by <> ${$.person}`,
)
/** Holds somebody asked to end: another of those who keep them says so too. */
const holds = statement(
  ($: Key) => sql<Counted>`
    select count(*)::int as count, 0 as late
    from legal_hold h join student t on t.district_id = h.district_id and t.id = h.student_id
    where h.district_id = ${$.district} and h.lifted_at is null and h.lift_asked_by <> ${$.person}
      and ${withinReach($.schools, 't.school_id')}`,
)
const rules = statement(
  ($: Key) => sql<Counted>`
    select count(*)::int as count, count(*)::int as late from legal_rule r
    where r.district_id = ${$.district} and coalesce((select v.next_review_on from legal_rule_review v
      where v.district_id = r.district_id and v.rule_id = r.id order by v.reviewed_at desc, v.id desc limit 1),
      r.review_on) < ${$.today}::date`,
)
const rosters = statement(
  ($: Key) => sql<Counted>`
    select count(*)::int as count, 0 as late from roster_import i
    where i.district_id = ${$.district} and i.state = 'previewed'`,
)

/** Cases that were drawn for somebody to review who took no part in them. */
const samples = statement(
  ($: Key) => sql<Counted>`
    select count(*)::int as count, 0 as late from sampled_case k
    where k.district_id = ${$.district} and k.reviewer_id = ${$.person} and k.reviewed_at is null and k.incident_id is not null
      and ${withinReach($.schools, 'k.school_id')}`,
)

/** How much of each kind waits for somebody within their reach, and how much of it for too long. */
export function dutyCounts(tx: Transaction, actor: Actor, { now, today }: { now: Date; today: string }) {
  const key = {
    district: tx.scope.districtId,
    schools: schoolsInReach(actor),
    person: actor.personId,
    now,
    today,
  }
  const lateBefore = new Date(now.getTime() - openingLimits.reviewHours * 3_600_000)
  return {
    openings: () => tx.one(reviews, { ...key, lateBefore }),
    conflicts: () => tx.one(conflicts, key),
    requests: () => tx.one(requests, key),
    removals: () => tx.one(removals, key),
    holds: () => tx.one(holds, key),
    rules: () => tx.one(rules, key),
    rosters: () => tx.one(rosters, key),
    samples: () => tx.one(samples, key),
  }
}
