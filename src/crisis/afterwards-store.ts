import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

const isReviewed = statement(
  ($: { district: string; incident: string }) => sql<{ yes: boolean }>`
    select exists (select from incident_review r where r.district_id = ${$.district} and r.incident_id = ${$.incident}) as yes`,
)

/** Whether an incident has a review to open: one that was closed before there were any has none. */
export const hasReview = async (tx: Transaction, incident: string): Promise<boolean> =>
  (await tx.one(isReviewed, { district: tx.scope.districtId, incident })).yes
