import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Path } from '#standards/contract.ts'

type Named = { district: string; id: string }
type Opened = { id: string }

const incidentOfConcern = statement(
  ($: Named) => sql<Opened>`
    select id from crisis_incident where district_id = ${$.district} and concern_id = ${$.id} and state <> 'closed'`,
)
const opened = {
  a: statement(
    ($: Named) =>
      sql<Opened>`select id from brief_support where district_id = ${$.district} and decision_id = ${$.id}`,
  ),
  b: statement(
    ($: Named) =>
      sql<Opened>`select id from referral where district_id = ${$.district} and decision_id = ${$.id} limit 1`,
  ),
  c: statement(
    ($: Named) =>
      sql<Opened>`select id from crisis_incident where district_id = ${$.district} and decision_id = ${$.id}`,
  ),
}

async function found(answer: Promise<Opened | undefined>, missing: string): Promise<string> {
  const row = await answer
  if (row === undefined) throw new Error(missing)
  return row.id
}

/**
 * The open incident of a concern whose checklist indicated immediate risk.
 * @throws when nothing opened one: an immediate risk never waits [R017]
 */
export const getOpenIncident = (tx: Transaction, concernId: string): Promise<string> =>
  found(
    tx.maybe(incidentOfConcern, { district: tx.scope.districtId, id: concernId }),
    'Immediate risk was indicated and no crisis was opened',
  )

/** What an earlier decision opened, if it can still be found. */
export const findOpened = async (
  tx: Transaction,
  decision: { id: string; path: Path },
): Promise<string | undefined> =>
  (await tx.maybe(opened[decision.path], { district: tx.scope.districtId, id: decision.id }))?.id
