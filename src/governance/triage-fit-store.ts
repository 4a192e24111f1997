import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Path } from '#standards/contract.ts'
import type { Counted } from './triage-fit.ts'

type Asked = { district: string; schools: readonly string[] | null; since: Date; now: Date }

// The first referral of each chain, with what the checklist indicated: one an agency asked for has none.
const referred = ($: Asked) => sql`
  from referral f
  join triage_decision t on t.district_id = f.district_id and t.id = f.decision_id
  join student s on s.district_id = f.district_id and s.id = f.student_id
  join school c on c.district_id = f.district_id and c.id = f.school_id
  where f.district_id = ${$.district} and f.predecessor_id is null and f.referred_at between ${$.since} and ${$.now}
    and ${withinReach($.schools, 'f.school_id')}`

// One row for each student with a support that runs. Whoever was referred since is not held at school.
const held = ($: Asked) => sql`
  from (select distinct on (b.student_id) b.district_id, b.id, b.student_id, b.school_id from brief_support b
    where b.district_id = ${$.district} and b.ended_at is null and ${withinReach($.schools, 'b.school_id')}
    order by b.student_id, b.starts_on desc, b.id desc) b
  join student s on s.district_id = b.district_id and s.id = b.student_id
  join school c on c.district_id = b.district_id and c.id = b.school_id
  left join lateral (select d.indicated, d.chosen, d.decided_at from triage_decision d
    where d.district_id = b.district_id and d.student_id = b.student_id
    order by d.decided_at desc, d.id desc limit 1) t on true`

const low = sql`t.indicated = 'a'`
const higher = sql`t.chosen = 'a' and t.indicated in ('b', 'c')`

const counted = statement(
  ($: Asked) => sql<{ over: Counted; under: Counted }>`
    select (select jsonb_build_object('all', count(*), 'count', count(*) filter (where ${low})) ${referred($)}) as over,
      (select jsonb_build_object('all', count(*), 'count', count(*) filter (where ${higher})) ${held($)}) as under`,
)

type Within = Pick<Asked, 'since' | 'now'>
const asked = (tx: Transaction, actor: Actor, within: Within) => ({
  district: tx.scope.districtId,
  schools: schoolsInReach(actor),
  ...within,
})

/** Referrals since a moment of which the checklist indicated (a), and students held though it did not. */
export const countFit = (tx: Transaction, actor: Actor, within: Within) =>
  tx.one(counted, asked(tx, actor, within))

export type FitCase = {
  /** Of the referral, or of the support. */
  id: string
  studentId: string
  studentName: string
  schoolName: string
  indicated: Path
  decidedAt: Date
}
const columns = sql`s.id as "studentId", coalesce(s.preferred_name, s.given_name) || ' ' || s.family_name as "studentName",
  c.name as "schoolName", t.indicated, t.decided_at as "decidedAt"`

const over = statement(
  ($: Asked & { limit: number }) => sql<FitCase>`
    select f.id, ${columns} ${referred($)} and ${low} order by f.referred_at desc, f.id desc limit ${$.limit}`,
)
const under = statement(
  ($: Asked & { limit: number }) => sql<FitCase>`
    select b.id, ${columns} ${held($)} where ${higher} order by t.decided_at desc, b.id desc limit ${$.limit}`,
)

/** The referrals that were counted, the latest first. */
export const lowAcuityReferrals = (tx: Transaction, actor: Actor, at: Within & { limit: number }) =>
  tx.all(over, { ...asked(tx, actor, at), limit: at.limit })

/** The students who were counted, each with the support that runs, the latest decision first. */
export const heldAtSchool = (tx: Transaction, actor: Actor, at: Within & { limit: number }) =>
  tx.all(under, { ...asked(tx, actor, at), limit: at.limit })
