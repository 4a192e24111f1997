import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import { statement } from '#platform/database/query.ts'
import type { Named } from './rules.ts'

const held = statement(
  ($: { district: string }) => sql<Named>`
    select name, time_zone as "timeZone" from district where district_id = ${$.district} for no key update`,
)
const save = statement(
  ($: Named & { district: string }) => sql`
    update district set name = ${$.name}, time_zone = ${$.timeZone} where district_id = ${$.district}`,
)

/** Takes the district's own row for the rest of the act. */
export const holdDistrict = ({ tx, districtId: district }: Unit) => tx.one(held, { district })

/** Writes name and zone. Whatever this transaction knew of the calendar is forgotten: it runs in the zone. */
export function saveDistrict({ tx, districtId: district }: Unit, named: Named): Promise<number> {
  tx.forget('district')
  tx.forget('calendar')
  return tx.run(save, { ...named, district })
}
