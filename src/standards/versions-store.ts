import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Kind } from './kinds.ts'

/** The head of one version: when it applied and who approved it, without what it says. */
export type VersionHead = {
  id: string
  kind: Kind
  version: number
  inForceFrom: Date
  sample: boolean
  approvedBy: string | null
  approvedOn: string | null
  decision: string
}

const versions = statement(
  ($: { district: string; kind: string }) => sql<VersionHead>`
    select id, kind, version, in_force_from as "inForceFrom", sample, approved_by as "approvedBy",
      approved_on as "approvedOn", decision
    from standard where district_id = ${$.district} and kind = ${$.kind}
    order by version desc`,
)

/** Every version of one kind, latest first, those included that are not in force yet. */
export const versionsOf = (tx: Transaction, kind: Kind): Promise<VersionHead[]> =>
  tx.all(versions, { district: tx.scope.districtId, kind })
