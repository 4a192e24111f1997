import { sql } from 'kysely'
import type { Training } from '#access/trainings.ts'
import type { Transaction } from '#platform/database/database.ts'
import { statement } from '#platform/database/query.ts'

/** A required training, with the last day it holds or held for somebody; null for never. */
export type Own = { topic: Training; until: string | null }
const own = statement(
  ($: { district: string; person: string; now: Date; today: string }) => sql<Own>`
    select t as topic, house.trained_until(${$.district}, ${$.person}, t, ${$.today}::date) as until
    from house.trainings_required(${$.district}, ${$.now}) t order by t`,
)
/** How somebody stands with each training their district requires. */
export const requiredOf = (
  tx: Transaction,
  given: { person: string; now: Date; today: string },
): Promise<Own[]> => tx.all(own, { district: tx.scope.districtId, ...given })

const required = statement(
  ($: { district: string; now: Date }) => sql<{ topic: Training }>`
    select t as topic from house.trainings_required(${$.district}, ${$.now}) t order by t`,
)
/** The trainings the district requires at an instant. */
export const requiredNow = async (tx: Transaction, now: Date): Promise<Training[]> =>
  (await tx.all(required, { district: tx.scope.districtId, now })).map(({ topic }) => topic)

const among = statement(
  ($: { district: string; people: readonly string[]; topic: Training; today: string }) => sql<{ id: string }>`
    select p.id from unnest(${$.people}::uuid[]) as p(id)
    where house.trained_until(${$.district}, p.id, ${$.topic}, ${$.today}::date) >= ${$.today}::date`,
)
/** Those of the people given whose training for something holds on a day. */
export const trainedAmong = async (
  tx: Transaction,
  given: { people: readonly string[]; topic: Training; today: string },
): Promise<ReadonlySet<string>> =>
  new Set((await tx.all(among, { district: tx.scope.districtId, ...given })).map(({ id }) => id))
