import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Cells } from './minimum-necessary.ts'
import { MinimumNecessary } from './minimum-necessary-version.ts'
import { shippedCells } from './shipped-minimum-necessary.ts'

const versions = statement(
  ($: { district: string }) => sql<{ from: Date; body: unknown }>`
    select in_force_from as "from", body from standard
    where district_id = ${$.district} and kind = 'minimum_necessary' order by in_force_from desc, version desc`,
)

/** The topic under which the versions are kept: whoever publishes one forgets it. */
export const minimumNecessaryTopic = 'minimum necessary'

/**
 * Who may know what, by the version in force at an instant; what ships where a district has none. Kept by
 * revision like every standard, so that asking costs nothing and a new version holds on the next request.
 */
export async function cellsInForce(tx: Transaction, at: Date): Promise<Cells> {
  const all = await tx.kept(minimumNecessaryTopic, async () =>
    (await tx.all(versions, { district: tx.scope.districtId })).map(({ from, body }) => ({
      from,
      cells: MinimumNecessary.parse(body).cells,
    })),
  )
  return all.find(({ from }) => from <= at)?.cells ?? shippedCells
}
