import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

const followed = statement(
  ($: { district: string; incident: string }) => sql<{ review: boolean; plan: boolean }>`
    select
      exists (select from incident_review r where r.district_id = ${$.district} and r.incident_id = ${$.incident}) as review,
      exists (select from return_plan p where p.district_id = ${$.district} and p.incident_id = ${$.incident}) as plan`,
)

/** Whether an incident has a review and a plan to open: one closed before there were any has none. */
export const afterwardsOf = (tx: Transaction, incident: string) =>
  tx.one(followed, { district: tx.scope.districtId, incident })
