import type { Unit } from '#access/unit.ts'
import { show } from './show-person-store.ts'

/**
 * Lets an agency read the names of people of the school: whoever sent it a referral, or navigates one.
 * Between the walls it reads nobody else of the district. Done twice, the second time changes nothing.
 */
export async function showPeople(
  unit: Unit,
  { partnerId, personIds }: { partnerId: string; personIds: readonly (string | null)[] },
): Promise<void> {
  const ids = personIds.filter((id) => id !== null)
  const shown = await unit.tx.all(show, { district: unit.districtId, partner: partnerId, ids })
  for (const { id } of shown) unit.record('person.shown', { type: 'person', id }, { partnerId })
}
