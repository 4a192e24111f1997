import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import { statement } from '#platform/database/query.ts'
import type { Partner } from './partner.ts'

type Adding = Pick<
  Partner,
  | 'name'
  | 'shortName'
  | 'about'
  | 'address'
  | 'phone'
  | 'hours'
  | 'contactName'
  | 'populations'
  | 'languages'
  | 'modalities'
  | 'payers'
  | 'afterSchool'
  | 'weekends'
>

const named = statement(
  ($: { district: string; name: string; but: string | null }) => sql<{ id: string }>`
    select id from partner where district_id = ${$.district} and lower(name) = lower(${$.name}) and ended_at is null
      and id is distinct from ${$.but}::uuid`,
)
const insert = statement(
  ($: Adding & { district: string; id: string; at: Date }) => sql`
    insert into partner (district_id, id, name, short_name, about, address, phone, hours, contact_name, populations,
      acceptance, open_places, capacity_updated_at, languages, modalities, payers, after_school, weekends)
    values (${$.district}, ${$.id}, ${$.name}, ${$.shortName}, ${$.about}, ${$.address}, ${$.phone}, ${$.hours},
      ${$.contactName}, ${$.populations}, 'paused', 0, ${$.at}, ${$.languages}, ${$.modalities}, ${$.payers},
      ${$.afterSchool}, ${$.weekends})`,
)

/** Whether an agency of that name is in the directory, beside the one that may be called so. */
export const partnerNamed = async (
  { tx, districtId: district }: Unit,
  name: string,
  but: string | null = null,
): Promise<boolean> => (await tx.all(named, { district, name, but })).length > 0

/** Writes an agency that has said nothing of its room yet. @returns its id */
export async function addPartnerRow(unit: Unit, given: Adding): Promise<string> {
  const id = unit.id()
  await unit.tx.run(insert, { ...given, district: unit.districtId, id, at: unit.now })
  return id
}
