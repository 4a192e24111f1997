import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

const enter = statement(
  ($: { district: string; drill: string }) => sql<{ drill: string }>`
    select set_config('app.drill', r.id::text, true) as drill from crisis_drill r
    where r.district_id = ${$.district} and r.id = ${$.drill} and r.begun_at is not null`,
)

/**
 * Goes inside a timed drill that was begun, until the transaction ends: what is real is behind the wall then,
 * and what is written is the drill's. @returns whether there is such a drill
 */
export const entersDrill = async (tx: Transaction, drill: string): Promise<boolean> =>
  (await tx.maybe(enter, { district: tx.scope.districtId, drill })) !== undefined
