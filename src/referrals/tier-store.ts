import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { Model, Tier } from '#standards/contract.ts'

const ofReferral = statement(
  ($: { district: string; id: string }) => sql<{ tier: Tier | null }>`
    select f.tier from referral f where f.district_id = ${$.district} and f.id = ${$.id}`,
)

/** The tier a referral rests on, for what follows from it. */
export const tierOfReferral = async (tx: Transaction, referralId: string): Promise<Tier | null> =>
  (await tx.maybe(ofReferral, { district: tx.scope.districtId, id: referralId }))?.tier ?? null

/**
 * The tier by which the clocks of a referral run; null where none was decided. It is no part of what a page
 * reads of a referral: what was decided in triage is a class of its own. While no limit of the standards
 * differs by tier, nothing is asked.
 */
export async function clockTierOf(
  tx: Transaction,
  referralId: string,
  { time_standards: times }: Pick<Model, 'time_standards'>,
): Promise<Tier | null> {
  return times.body.byTier.length === 0 ? null : tierOfReferral(tx, referralId)
}
