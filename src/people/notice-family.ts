import { z } from 'zod'
import { act, done } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { id } from '#platform/given.ts'
import {
  addNoticed,
  addressesAtWork,
  addressesOfCaregivers,
  familyUnnoticed,
  type SameAddress,
} from './family-at-work-store.ts'

/**
 * Whoever works here and is reached where a caregiver is reached is family, as far as Throughline can tell:
 * they are kept from that student at work, at once. Somebody looks at it; what they lift is not set again.
 * @param of one caregiver, or one person at work; everybody when left out
 * @returns how many were noticed
 */
export async function noticeFamilyAtWork(
  unit: Unit,
  of: { caregiverId?: string; personId?: string } = {},
): Promise<number> {
  const atWork = await addressesAtWork(unit.tx, of.personId ?? null)
  if (atWork.length === 0) return 0
  const byAddress = Map.groupBy(atWork, ({ email }) => email)
  let noticed = 0
  for await (const some of addressesOfCaregivers(unit.tx, of.caregiverId ?? null)) {
    const same = some.flatMap(({ id: caregiverId, email }): SameAddress[] =>
      (byAddress.get(email.toLowerCase()) ?? []).map((person) => ({ caregiverId, personId: person.id })),
    )
    const family = same.length === 0 ? [] : await familyUnnoticed(unit.tx, same)
    for (const each of family) addNoticed(unit, each)
    noticed += family.length
  }
  return noticed
}

/** Somebody begins to work here: their address is compared with those of the families. */
export const noticeFamily = act({
  name: 'people/notice-family',
  by: ['system'],
  given: z.object({ personId: id }),
  async do(unit, { personId }) {
    const subject = { type: 'person', id: personId }
    unit.permit(true, subject)
    const noticed = await noticeFamilyAtWork(unit, { personId })
    unit.record('person.compared_with_families', subject, { noticed })
    return done({ noticed })
  },
})
