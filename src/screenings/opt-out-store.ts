import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

/** That a family does not want a student screened. */
export type OptOut = {
  readonly id: string
  readonly saidOn: string
  readonly recordedByName: string
  readonly version: number
}
const standing = ($: { district: string; student: string }) => sql<OptOut>`
  select o.id, o.said_on as "saidOn", p.name as "recordedByName", o.version
  from screening_opt_out o join person p on p.district_id = o.district_id and p.id = o.recorded_by
  where o.district_id = ${$.district} and o.student_id = ${$.student} and o.ended_at is null`
const one = statement(standing)
const oneHeld = statement(
  ($: { district: string; student: string }) => sql<OptOut>`${standing($)} for no key update of o`,
)
/** What the family said that stands now. Reach is judged by the caller. */
export const findOptOut = (tx: Transaction, student: string): Promise<OptOut | undefined> =>
  tx.maybe(one, { district: tx.scope.districtId, student })
/** Takes it for the rest of the act. */
export const holdOptOut = ({ tx, districtId }: Unit, student: string): Promise<OptOut | undefined> =>
  tx.maybe(oneHeld, { district: districtId, student })

const insert = statement(
  ($: { district: string; id: string; student: string; saidOn: string; by: string; at: Date }) => sql<{
    id: string
  }>`
    insert into screening_opt_out (district_id, id, student_id, said_on, recorded_by, recorded_at)
    values (${$.district}, ${$.id}, ${$.student}, ${$.saidOn}, ${$.by}, ${$.at})
    on conflict (district_id, student_id) where ended_at is null do nothing returning id`,
)
/** @returns its id, or undefined when one stands already */
export async function insertOptOut(unit: Unit, student: string, saidOn: string): Promise<string | undefined> {
  const { tx, districtId: district, actor, now: at } = unit
  const values = { district, id: unit.id(), student, saidOn, by: actor.personId as string, at }
  return (await tx.maybe(insert, values))?.id
}

const end = statement(
  ($: { district: string; id: string; version: number; by: string; at: Date }) => sql`
    update screening_opt_out set ended_by = ${$.by}, ended_at = ${$.at}, version = house.next_version(version, ${$.version})
    where district_id = ${$.district} and id = ${$.id}`,
)
export const saveOptOutEnded = (
  { tx, districtId, actor, now: at }: Unit,
  { id, version }: Pick<OptOut, 'id' | 'version'>,
): void => tx.write(end, { district: districtId, id, version, by: actor.personId as string, at })
