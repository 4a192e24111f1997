import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import { statement } from '#platform/database/query.ts'
import type { Entry } from './partner.ts'

const describing = statement(
  ($: Entry & { district: string; id: string }) => sql`
    update partner set contact_name = ${$.contactName}, phone = ${$.phone}, crisis_phone = ${$.crisisPhone},
      address = ${$.address}, hours = ${$.hours}, populations = ${$.populations}, version = version + 1
    where district_id = ${$.district} and id = ${$.id}`,
)

/** Writes what an agency says of itself. Its row is held, and its version was compared. */
export const saveEntry = ({ tx, districtId: district }: Unit, id: string, entry: Entry) =>
  tx.run(describing, { ...entry, district, id })
