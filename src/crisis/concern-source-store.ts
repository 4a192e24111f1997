import { sql } from 'kysely'
import type { Source } from '#concerns/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

const source = statement(
  ($: { district: string; concern: string }) => sql<{ source: Source }>`
    select c.source from concern c where c.district_id = ${$.district} and c.id = ${$.concern}`,
)
/** Where the concern came from that opens an incident. */
export const sourceOf = async (tx: Transaction, concern: string): Promise<Source> =>
  (await tx.one(source, { district: tx.scope.districtId, concern })).source
