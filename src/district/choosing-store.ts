import { type RawBuilder, sql } from 'kysely'
import { type Actor, schoolsInReach } from '#access/actor.ts'
import { withinReach } from '#access/reach-store.ts'
import { type Named, orMany, oneTooMany, type Source } from '#platform/choosing.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

type Reach = { district: string; schools: readonly string[] | null }
const within = ($: Reach) => sql`district_id = ${$.district} and closed_on is null
  and ${withinReach($.schools, 'id')}`

const all = statement(
  ($: Reach) => sql<Named>`select id, name from school where ${within($)} order by name, id`,
)
// Where there are too many, which of them came is of no interest: the server stops at one too many. One
// statement for the whole district and one for some schools: then each is planned once, and as it is.
const fewOf = (reached: ($: Reach) => RawBuilder<unknown>) =>
  statement(
    ($: Reach) => sql<Named>`
      select * from (
        select id, name from school where district_id = ${$.district} and closed_on is null ${reached($)}
        limit ${sql.lit(oneTooMany)}) found
      order by name, id`,
  )
const fewOfAll = fewOf(() => sql``)
const fewOfSome = fewOf(($) => sql`and id = any(${$.schools}::uuid[])`)
const one = statement(
  ($: Reach & { id: string }) => sql<Named>`select id, name from school where ${within($)} and id = ${$.id}`,
)

const reachOf = (actor: Actor): Reach => ({ district: actor.districtId, schools: schoolsInReach(actor) })

/** The open schools of the district, by name: which schools there are is no secret to its staff. */
export const schoolsOfDistrict = (tx: Transaction): Promise<Named[]> =>
  tx.all(all, { district: tx.scope.districtId, schools: null })

/** The open schools within reach, by name. */
export const schoolsOf = (tx: Transaction, actor: Actor): Promise<Named[]> => tx.all(all, reachOf(actor))

/** The open schools within reach, to choose one of. */
export const schoolChoice = (tx: Transaction, actor: Actor): Source<Named> => ({
  all: () => schoolsOf(tx, actor),
  one: (id) => tx.maybe(one, { ...reachOf(actor), id }),
  few: async () => {
    const reach = reachOf(actor)
    return orMany(await tx.all(reach.schools === null ? fewOfAll : fewOfSome, reach))
  },
})
