import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

/** A student the district has, as far as telling two of one name apart needs. */
export type KnownStudent = {
  id: string
  name: string
  bornOn: string | null
  localId: string | null
  schoolName: string | null
}

const known = statement(
  ($: { district: string; ids: readonly string[] }) => sql<KnownStudent>`
    select t.id, t.given_name || ' ' || t.family_name as name, t.born_on as "bornOn", t.local_id as "localId",
      c.name as "schoolName"
    from student t left join school c on c.district_id = t.district_id and c.id = t.school_id
    where t.district_id = ${$.district} and t.id = any(${$.ids}::uuid[])`,
)

/** Students by id, for whoever keeps the roster of the whole district. */
export async function knownStudents(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, KnownStudent>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.all(known, { district: tx.scope.districtId, ids: [...new Set(ids)] })
  return new Map(rows.map((row) => [row.id, row]))
}
