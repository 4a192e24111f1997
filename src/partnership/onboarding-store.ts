import { sql } from 'kysely'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'
import type { OnboardingFacts, RecordedStep } from './onboarding.ts'

const steps = statement(
  ($: { district: string; partner: string }) => sql<{ step: RecordedStep; doneOn: string }>`
    select step, done_on as "doneOn" from onboarding_step
    where district_id = ${$.district} and partner_id = ${$.partner}`,
)

/** The day each recorded step of an agency's onboarding was done. */
export async function onboardingOf(tx: Transaction, partnerId: string): Promise<OnboardingFacts['doneOn']> {
  const rows = await tx.all(steps, { district: tx.scope.districtId, partner: partnerId })
  return Object.fromEntries(rows.map(({ step, doneOn }) => [step, doneOn]))
}

const add = statement(
  ($: { district: string; partner: string; step: string; on: string; by: string | null; at: Date }) => sql`
    insert into onboarding_step (district_id, partner_id, step, done_on, recorded_by, recorded_at)
    values (${$.district}, ${$.partner}, ${$.step}, ${$.on}, ${$.by}, ${$.at})`,
)

export const insertStep = (
  { tx, districtId, actor, now }: Unit,
  given: { partnerId: string; step: RecordedStep; doneOn: string },
) =>
  tx.run(add, {
    district: districtId,
    partner: given.partnerId,
    step: given.step,
    on: given.doneOn,
    by: actor.personId,
    at: now,
  })
