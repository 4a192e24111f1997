import { type RawBuilder, sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { covering } from '#access/covering-store.ts'
import { withinReach } from '#access/reach-store.ts'
import { type Named, oneTooMany, orMany, type Source } from '#platform/choosing.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

type Reach = { district: string; schools: readonly string[] | null }

/** A navigator with the schools that tell two of one name apart: the first by name, and how many more. */
export type NamedNavigator = Named & { schoolName: string | null; more: number }

const everywhere = ($: Reach) => sql`
  select a.person_id from assignment a
  where a.district_id = ${$.district} and a.role = 'navigator' and a.ended_at is null`
const atSchools = ($: Reach) => sql`
  ${everywhere($)} and a.id in ${covering($.district, sql`= any(${$.schools}::uuid[])`)}`

/** One statement for a whole district and one for some schools: then each is planned once, and as it is. */
const byReach = <Row, More extends object = object>(
  build: ($: Reach & More, navigating: RawBuilder<unknown>) => RawBuilder<Row>,
) => {
  const whole = statement(($: Reach & More) => build($, everywhere($)))
  const some = statement(($: Reach & More) => build($, atSchools($)))
  return (tx: Transaction, reach: Reach & More) => tx.all(reach.schools === null ? whole : some, reach)
}

// Where there are too many, which of them came is of no interest: the server stops at one too many.
const few = byReach<Named>(
  ($, navigating) => sql`
    select p.id, p.name from (select distinct n.person_id from (${navigating}) n limit ${sql.lit(oneTooMany)}) found
    join person p on p.district_id = ${$.district} and p.id = found.person_id order by p.name, p.id`,
)
const all = byReach<NamedNavigator>(
  ($, navigating) => sql`
    select p.id, p.name, min(c.name) as "schoolName", greatest(count(distinct c.id) - 1, 0)::int as more
    from (${navigating}) n
    join person p on p.district_id = ${$.district} and p.id = n.person_id
    left join assignment_school m on m.district_id = p.district_id and m.person_id = p.id
    left join school c on c.district_id = m.district_id and c.id = m.school_id
    group by p.id, p.name order by p.name, p.id`,
)
// Whoever owns a referral can be asked for, whatever their role is now.
const one = byReach<Named, { id: string }>(
  ($, navigating) => sql`
    select p.id, p.name from person p where p.district_id = ${$.district} and p.id = ${$.id} and (
      p.id in (${navigating}) or exists (select 1 from referral f where f.district_id = p.district_id and f.navigator_id = p.id
        and f.ended_at is null and ${withinReach($.schools, 'f.school_id')}))`,
)

/** The navigators of the schools within reach, to choose one of. */
export function navigatorChoice(tx: Transaction, actor: Actor): Source<NamedNavigator> {
  const reach = { district: actor.districtId, schools: schoolsInReach(actor) }
  return {
    few: async () => orMany(await few(tx, reach)),
    all: () => all(tx, reach),
    one: async (id) => (await one(tx, { ...reach, id }))[0],
  }
}
