import { addNotice } from '#access/notice-store.ts'
import { personTold } from '#access/told.ts'
import type { Unit } from '#access/unit.ts'
import type { ConsentRevoked } from './happenings.ts'
import { recipients } from './tell-partner-store.ts'

/**
 * Follows consent/revoked: the agency's intake is told, with the time, that sharing stops [R130]. Nothing
 * new goes along, and an agency that was never sent the referral hears nothing.
 */
export async function tellPartnerToStop(
  unit: Unit,
  { referralId, studentId, partnerId, scopes }: ConsentRevoked,
): Promise<void> {
  const { districtId: district, now } = unit
  const told = await unit.tx.all(recipients, { district, partner: partnerId, referral: referralId, now })
  if (scopes.length === 0 || told.length === 0) return
  for (const { personId } of told) {
    const news = { personId, kind: 'sharing_stopped', subject: { type: 'referral', id: referralId } }
    addNotice(unit, news)
    await unit.tell(personTold, news)
  }
  unit.record(
    'referral.sharing_stopped',
    { type: 'referral', id: referralId, studentId },
    { partnerId, scopes },
  )
}
