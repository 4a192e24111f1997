import { sql } from 'kysely'
import type { Role } from '#access/roles.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Audience } from './terms.ts'

/** Somebody who has to acknowledge: now when there is no end, else before it. */
export type Owing = {
  personId: string
  name: string
  audience: Audience
  role: Role
  agency: string | null
  endsOn: string | null
}

type Asked = { district: string; now: Date; today: string; until: string }

const holders = ($: Asked) => sql`
  select distinct on (p.id, o.audience) p.id as "personId", p.name, o.audience, a.role, r.short_name as agency,
    house.terms_end_on(p.district_id, p.id, o.audience, ${$.now}, ${$.today}::date) as "endsOn"
  from assignment a
  join person p on p.district_id = a.district_id and p.id = a.person_id
  left join partner r on r.district_id = a.district_id and r.id = a.partner_id
  cross join lateral (select house.terms_audience(a.role, a.partner_id, a.student_id) as audience) o
  where a.district_id = ${$.district} and o.audience is not null and p.ended_at is null and a.ended_at is null
    and (r.id is null or r.ended_at is null)
    and a.starts_on <= ${$.today}::date and (a.ends_on is null or a.ends_on >= ${$.today}::date)
  order by p.id, o.audience, a.starts_on, a.id`

const owing = statement(
  ($: Asked & { from: number; limit: number }) => sql<Owing>`
    select * from (${holders($)}) as held where "endsOn" is null or "endsOn" <= ${$.until}::date
    order by "endsOn" nulls first, name, "personId", audience offset ${$.from} limit ${$.limit}`,
)
const counted = statement(
  ($: Asked) => sql<{ owed: number; ending: number }>`
    select count(*) filter (where "endsOn" is null)::int as owed,
      count(*) filter (where "endsOn" <= ${$.until}::date)::int as ending
    from (${holders($)}) as held`,
)

type At = { now: Date; today: string; until: string }
/** Everybody who owes an acknowledgement, then those whose ends by a day; who owes it first. */
export const whoOwes = (tx: Transaction, given: At & { from: number; limit: number }): Promise<Owing[]> =>
  tx.all(owing, { district: tx.scope.districtId, ...given })

/** How many owe one, and of how many it ends by a day. */
export const countOwing = (tx: Transaction, given: At): Promise<{ owed: number; ending: number }> =>
  tx.one(counted, { district: tx.scope.districtId, ...given })
