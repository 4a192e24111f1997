import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { CaseloadPart } from './caseload.ts'
import type { HelpKind } from './help.ts'

type Reading = { district: string; schools: readonly string[] | null; now: Date }

const open = statement(
  ($: Reading) => sql<CaseloadPart>`
    select f.navigator_id as "navigatorId", p.name as "navigatorName", c.name as "schoolName", s.home_language as language,
      count(*)::int as open, count(*) filter (where f.high_need)::int as "highNeed",
      count(*) filter (where f.next_due_at < ${$.now})::int as late
    from referral f
    join person p on p.district_id = f.district_id and p.id = f.navigator_id
    join school c on c.district_id = f.district_id and c.id = f.school_id
    join student s on s.district_id = f.district_id and s.id = f.student_id
    where f.district_id = ${$.district} and f.ended_at is null and ${withinReach($.schools, 'f.school_id')}
    group by f.navigator_id, p.name, c.name, s.home_language`,
)

/** Open referrals of the schools within reach, counted by navigator, school and language at home. */
export const caseloadParts = (tx: Transaction, actor: Actor, now: Date): Promise<CaseloadPart[]> =>
  tx.all(open, { district: tx.scope.districtId, schools: schoolsInReach(actor), now })

/** Practical help of a year by kind: how much was asked for, and how it ended. */
export type HelpCount = {
  readonly kind: HelpKind
  readonly asked: number
  readonly given: number
  readonly notGiven: number
}
const help = statement(
  ($: Reading & { since: Date }) => sql<HelpCount>`
    select t.kind, count(*)::int as asked, count(*) filter (where t.outcome = 'done')::int as given,
      count(*) filter (where t.outcome <> 'done')::int as "notGiven"
    from practical_support t
    join referral f on f.district_id = t.district_id and f.id = t.referral_id
    where t.district_id = ${$.district} and t.asked_at between ${$.since} and ${$.now} and ${withinReach($.schools, 'f.school_id')}
    group by t.kind order by asked desc, t.kind`,
)

/** How much practical help was asked for since a moment, by kind and by how it ended [R163]. */
export const helpByKind = (
  tx: Transaction,
  actor: Actor,
  { since, now }: { since: Date; now: Date },
): Promise<HelpCount[]> =>
  tx.all(help, { district: tx.scope.districtId, schools: schoolsInReach(actor), since, now })

/** Visits that were due: what was offered to make them easier to keep, and whether somebody came. */
export type KeptByOption = { readonly option: string | null; readonly held: number; readonly missed: number }

const kept = statement(
  ($: Reading & { since: Date }) => sql<KeptByOption>`
    select o.option, count(*) filter (where a.result = 'attended')::int as held,
      count(*) filter (where a.result = 'no_show')::int as missed
    from appointment a
    join referral f on f.district_id = a.district_id and f.id = a.referral_id
    cross join lateral unnest(case when a.flexible = '{}' then array[null]::text[] else a.flexible end) as o(option)
    where a.district_id = ${$.district} and a.result in ('attended', 'no_show') and a.starts_at between ${$.since} and ${$.now}
      and ${withinReach($.schools, 'f.school_id')}
    group by o.option`,
)

/** How many visits since a moment were held and missed, by each option that was offered; null for none. */
export const keptByOption = (
  tx: Transaction,
  actor: Actor,
  { since, now }: { since: Date; now: Date },
): Promise<KeptByOption[]> =>
  tx.all(kept, { district: tx.scope.districtId, schools: schoolsInReach(actor), since, now })
