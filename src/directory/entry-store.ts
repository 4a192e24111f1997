import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import { statement } from '#platform/database/query.ts'
import type { Entry, Names } from './partner.ts'

const describing = statement(
  ($: Entry & { district: string; id: string }) => sql`
    update partner set about = ${$.about}, contact_name = ${$.contactName}, phone = ${$.phone}, crisis_phone = ${$.crisisPhone},
      address = ${$.address}, hours = ${$.hours}, populations = ${$.populations}, version = version + 1
    where district_id = ${$.district} and id = ${$.id}`,
)

/** Writes what an agency says of itself. Its row is held, and its version was compared. */
export const saveEntry = ({ tx, districtId: district }: Unit, id: string, entry: Entry) =>
  tx.run(describing, { ...entry, district, id })

const renaming = statement(
  ($: Names & { district: string; id: string }) => sql`
    update partner set name = ${$.name}, short_name = ${$.shortName}, version = version + 1
    where district_id = ${$.district} and id = ${$.id}`,
)

/** Writes what an agency is called from now on. Its row is held, and its version was compared. */
export const saveNames = ({ tx, districtId: district }: Unit, id: string, names: Names) =>
  tx.run(renaming, { ...names, district, id })
