import { sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import type { Named, Source } from '#platform/choosing.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

type Reach = { district: string; schools: readonly string[] | null }

/** A navigator with the schools that tell two of one name apart: the first by name, and how many more. */
export type NamedNavigator = Named & { schoolName: string | null; more: number }

/** Whether an assignment covers a school within reach. */
const covers = ($: Reach) => sql`(${$.schools}::uuid[] is null or a.whole_district or exists (
  select 1 from assignment_school m where m.district_id = a.district_id and m.assignment_id = a.id and m.school_id = any(${$.schools}::uuid[])))`
const navigating = ($: Reach) => sql`
  select a.person_id from assignment a
  where a.district_id = ${$.district} and a.role = 'navigator' and a.ended_at is null and ${covers($)}`

// Where there are too many, which of them came is of no interest: the server stops at one too many.
const few = statement(
  ($: Reach & { limit: number }) => sql<Named>`
    select p.id, p.name from (select distinct person_id from (${navigating($)}) n limit ${$.limit}) found
    join person p on p.district_id = ${$.district} and p.id = found.person_id order by p.name, p.id`,
)
const all = statement(
  ($: Reach) => sql<NamedNavigator>`
    select p.id, p.name, min(c.name) as "schoolName", greatest(count(distinct c.id) - 1, 0)::int as more
    from (${navigating($)}) n
    join person p on p.district_id = ${$.district} and p.id = n.person_id
    left join assignment_school m on m.district_id = p.district_id and m.person_id = p.id
    left join school c on c.district_id = m.district_id and c.id = m.school_id
    group by p.id, p.name order by p.name, p.id`,
)
// Whoever owns a referral can be asked for, whatever their role is now.
const one = statement(
  ($: Reach & { id: string }) => sql<Named>`
    select p.id, p.name from person p where p.district_id = ${$.district} and p.id = ${$.id} and (
      p.id in (${navigating($)}) or exists (select 1 from referral f where f.district_id = p.district_id
        and f.navigator_id = p.id and f.ended_at is null and (${$.schools}::uuid[] is null or f.school_id = any(${$.schools}::uuid[]))))`,
)

/** The navigators of the schools within reach, to choose one of. */
export function navigatorChoice(tx: Transaction, actor: Actor): Source<NamedNavigator> {
  const reach = { district: actor.districtId, schools: schoolsInReach(actor) }
  return {
    all: () => tx.all(all, reach),
    one: (id) => tx.maybe(one, { ...reach, id }),
    async few(limit) {
      const rows = await tx.all(few, { ...reach, limit: limit + 1 })
      return rows.length > limit ? null : rows
    },
  }
}
