import type { Transaction } from '#platform/database/database.ts'
import { trainedIn } from './guide-store.ts'
import { termsInForce } from './store.ts'

/** How many clinicians of one agency are looked at. */
const mostOfAnAgency = 1000

/**
 * Of an agency's clinicians, those who have not acknowledged how care is given on campus, by person [R172].
 * Empty while the district has no words for it.
 */
export async function notReadyForCampus(
  tx: Transaction,
  { partnerId, now, on }: { partnerId: string; now: Date; on: string },
): Promise<ReadonlySet<string>> {
  const terms = await termsInForce(tx, 'on_campus', now)
  if (terms === undefined) return new Set()
  const people = await trainedIn(tx, {
    guide: 'on_campus',
    termsId: terms.id,
    on,
    partnerId,
    from: 0,
    limit: mostOfAnAgency,
  })
  return new Set(people.flatMap(({ personId, endsOn }) => (endsOn === null ? [personId] : [])))
}
