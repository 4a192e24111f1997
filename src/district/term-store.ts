import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import { statement } from '#platform/database/query.ts'
import type { Term } from './calendar.ts'

const insert = statement(
  ($: Term & { district: string; id: string; name: string }) => sql`
    insert into school_term (district_id, id, name, starts_on, ends_on)
    values (${$.district}, ${$.id}, ${$.name}, ${$.startsOn}, ${$.endsOn})`,
)
const held = statement(
  ($: { district: string; id: string }) => sql<Term>`
    select starts_on as "startsOn", ends_on as "endsOn" from school_term
    where district_id = ${$.district} and id = ${$.id} for no key update`,
)
const drop = statement(
  ($: { district: string; id: string }) => sql`
    delete from school_term where district_id = ${$.district} and id = ${$.id}`,
)

/** Adds a term and answers its id. */
export async function insertTerm(unit: Unit, term: Term & { name: string }): Promise<string> {
  const id = unit.id()
  unit.tx.forget('calendar')
  await unit.tx.run(insert, { ...term, district: unit.districtId, id })
  return id
}

/** Takes the row of a term for the rest of the act; undefined when there is none. */
export const holdTerm = ({ tx, districtId: district }: Unit, id: string) => tx.maybe(held, { district, id })

export function deleteTerm({ tx, districtId: district }: Unit, id: string): Promise<number> {
  tx.forget('calendar')
  return tx.run(drop, { district, id })
}
