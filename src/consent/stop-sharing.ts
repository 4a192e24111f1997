import type { Unit } from '#access/unit.ts'
import type { FamilyReader } from './family-readers.ts'
import { endConsents, holdsNow } from './end-consents.ts'
import { consentsForReferral, consentsOf, holdAsking } from './store.ts'

type Stopping = { studentId: string; partnerId: string; readers: readonly FamilyReader[]; askedBy: string }

/**
 * One of the family takes back everything that is shared with one agency, on every referral to it, as far as
 * they may read it [R130]. The caller has asked whether they may.
 * @returns how many records ended
 */
export async function stopSharingWith(unit: Unit, stopping: Stopping): Promise<number> {
  const { studentId, partnerId, readers, askedBy } = stopping
  const isMeant = (each: { partnerId: string; familySees: FamilyReader }) =>
    each.partnerId === partnerId && readers.includes(each.familySees)
  const all = (await consentsOf(unit.tx, studentId)).filter(isMeant)
  let ended = 0
  for (const referralId of [...new Set(all.map((each) => each.referralId))].toSorted()) {
    const asking = await holdAsking(unit, referralId)
    if (asking === undefined) continue
    const known = await consentsForReferral(unit.tx, asking.id)
    const ending = known.filter((each) => isMeant(each) && holdsNow(each, unit.now))
    if (ending.length === 0) continue
    await endConsents(unit, { asking, known, ending, said: { askedBy, channel: 'family_page' } })
    ended += ending.length
  }
  return ended
}
