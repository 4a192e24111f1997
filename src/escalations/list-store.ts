import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Escalation } from './escalation.ts'

/** One line of the list. */
export type ListedEscalation = Pick<
  Escalation,
  | 'id'
  | 'studentId'
  | 'cause'
  | 'highNeed'
  | 'wasDueAt'
  | 'state'
  | 'openedAt'
  | 'nextDueAt'
  | 'ending'
  | 'closedAt'
> & {
  readonly referralNumber: number
  readonly studentName: string
  readonly schoolName: string
  readonly takenByName: string | null
  readonly decision: string | null
}

type Reading = { district: string; schools: readonly string[] | null }
const readingOf = (actor: Actor): Reading => ({ district: actor.districtId, schools: schoolsInReach(actor) })
const within = ($: Reading) => sql`
  e.district_id = ${$.district} and ${withinReach($.schools, 'e.school_id')}`

const listed = statement(
  ($: Reading & { closed: boolean; from: number; limit: number }) => sql<ListedEscalation>`
    select e.id, e.student_id as "studentId", e.cause, e.high_need as "highNeed", e.was_due_at as "wasDueAt", e.state,
      e.opened_at as "openedAt", e.next_due_at as "nextDueAt", e.ending, e.closed_at as "closedAt",
      f.number as "referralNumber", coalesce(s.preferred_name, s.given_name) || ' ' || s.family_name as "studentName",
      c.name as "schoolName", t.name as "takenByName",
      (select n.decision from escalation_entry n where n.district_id = e.district_id and n.escalation_id = e.id
        and n.kind = 'decision' order by n.written_at desc, n.id desc limit 1) as decision
    from escalation e
    join referral f on f.district_id = e.district_id and f.id = e.referral_id
    join student s on s.district_id = e.district_id and s.id = e.student_id
    join school c on c.district_id = e.district_id and c.id = e.school_id
    left join person t on t.district_id = e.district_id and t.id = e.taken_by
    where ${within($)} and (e.closed_at is not null) = ${$.closed}
    order by case when ${$.closed} then null else e.high_need end desc nulls last,
      case when ${$.closed} then null else e.next_due_at end, e.closed_at desc, e.id
    offset ${$.from} limit ${$.limit}`,
)
const counted = statement(
  ($: Reading & { now: Date }) => sql<{ open: number; late: number }>`
    select count(*)::int as open, count(*) filter (where e.next_due_at < ${$.now})::int as late
    from escalation e where ${within($)} and e.closed_at is null`,
)

/** Those that are open, high need and what is owed first on top; or those closed, the latest first. */
export const listEscalations = (
  tx: Transaction,
  actor: Actor,
  page: { closed: boolean; from: number; limit: number },
): Promise<ListedEscalation[]> => tx.all(listed, { ...readingOf(actor), ...page })

/** How many are open, and for how many of them something is late. */
export const countEscalations = async (tx: Transaction, actor: Actor, now: Date) =>
  (await tx.maybe(counted, { ...readingOf(actor), now })) ?? { open: 0, late: 0 }
