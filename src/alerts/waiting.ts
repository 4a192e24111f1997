import type { Unit } from '#access/unit.ts'
import { standingNow } from './crossing.ts'
import { findServed } from './served-store.ts'
import { type WaitingAlert, waitingAtAgency } from './waiting-store.ts'

export type { WaitingAlert }

/** The alerts of the school that wait at an agency and that it may read now. */
export async function waitingToRead(
  { tx, now }: Pick<Unit, 'tx' | 'now'>,
  partnerId: string,
): Promise<WaitingAlert[]> {
  const found: WaitingAlert[] = []
  for (const alert of await waitingAtAgency(tx, partnerId)) {
    const referral = await findServed(tx, alert.referralId)
    if (referral === undefined) continue
    if ((await standingNow({ tx, now }, referral, 'to_partner')).consentId !== undefined) found.push(alert)
  }
  return found
}
