import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { CaseloadPart } from './caseload.ts'

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
