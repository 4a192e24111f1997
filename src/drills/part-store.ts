import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

/** Somebody who took part in a drill: of the staff, or of the crisis team. */
export type Present = { id: string; name: string; of: 'staff' | 'team' }
const present = statement(
  ($: { district: string; drill: string }) => sql<Present>`
    select coalesce(p.id, m.id) as id, coalesce(p.name, m.name) as name, case when p.id is null then 'team' else 'staff' end as of
    from crisis_drill_part t
    left join person p on p.district_id = t.district_id and p.id = t.person_id
    left join crisis_team_member m on m.district_id = t.district_id and m.id = t.member_id
    where t.district_id = ${$.district} and t.drill_id = ${$.drill} order by 2, 1`,
)
/** Who took part in a drill, by name. */
export const presentAt = (tx: Transaction, drill: string): Promise<Present[]> =>
  tx.all(present, { district: tx.scope.districtId, drill })

const insert = statement(
  ($: Record<'district' | 'drill' | 'parts', string>) => sql`
    insert into crisis_drill_part (district_id, id, drill_id, person_id, member_id)
    select ${$.district}::uuid, r."id", ${$.drill}::uuid, r."personId", r."memberId"
    from jsonb_to_recordset(${$.parts}::jsonb) as r("id" uuid, "personId" uuid, "memberId" uuid)`,
)
/** Adds people who took part in a drill. */
export function insertParts(unit: Unit, drill: string, { people, members }: Parts): void {
  const parts = [
    ...people.map((personId) => ({ id: unit.id(), personId })),
    ...members.map((memberId) => ({ id: unit.id(), memberId })),
  ]
  unit.tx.write(insert, { district: unit.districtId, drill, parts: JSON.stringify(parts) })
}

/** Ids of the staff, and of others on the crisis team. */
export type Parts = { people: readonly string[]; members: readonly string[] }
