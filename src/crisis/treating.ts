import { type Crossing, isKeptApart, mayTellOfCrisis } from '#consent/contract.ts'
import { findPartner } from '#directory/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import { responsibilitiesOf } from '#referrals/contract.ts'

/** Who answers for the treatment of a student at an agency. */
export type Treating = {
  readonly holderName: string
  readonly agencyName: string
  readonly referralId: string
  readonly partnerId: string
  /** Whether the family's yes lets that agency hear now that help is urgent, and on which consent. */
  readonly crossing: Crossing
}

/**
 * Who treats a student outside the school now, or undefined: the latest who accepted responsibility. Care
 * that is kept apart is nothing anybody knows in a crisis.
 */
export async function treatingOf(
  { tx, now }: { tx: Transaction; now: Date },
  studentId: string | null,
): Promise<Treating | undefined> {
  const held = studentId === null ? [] : await responsibilitiesOf(tx, studentId)
  for (const { referralId, partnerId, holderName } of held) {
    if (referralId === null || partnerId === null || (await isKeptApart(tx, referralId))) continue
    const agency = await findPartner(tx, partnerId)
    const crossing = await mayTellOfCrisis(tx, { id: referralId, partnerId }, now)
    return { holderName, agencyName: agency?.name ?? '', referralId, partnerId, crossing }
  }
  return undefined
}
