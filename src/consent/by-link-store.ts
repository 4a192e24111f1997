import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

const substanceUse = statement(
  ($: { district: string; partner: string }) => sql<{ kind: string }>`
    select kind from partner_service where district_id = ${$.district} and partner_id = ${$.partner}
      and kind = 'substance_use' limit 1`,
)
/** Whether an agency gives substance-use care: what concerns it is the student's by 42 CFR Part 2. */
export const givesSubstanceUseCare = async (tx: Transaction, partner: string): Promise<boolean> =>
  (await tx.maybe(substanceUse, { district: tx.scope.districtId, partner })) !== undefined
