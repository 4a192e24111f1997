import type { Unit } from '#access/unit.ts'
import type { Referral } from '#referrals/contract.ts'
import type { Contact } from './contact-store.ts'
import { guestLinkBegun } from './happenings.ts'
import { closeEarlier, insertGuestLink } from './link-store.ts'

/** Sends each of them a link to the referral. What they were sent before ends. */
export async function beginGuestLinks(
  unit: Unit,
  referral: Pick<Referral, 'id' | 'studentId'> & { partnerId: string },
  contacts: readonly Contact[],
): Promise<void> {
  const { id: referralId, studentId, partnerId } = referral
  for (const { personId, assignmentId } of contacts) {
    await closeEarlier(unit, { referralId, personId })
    const linkId = insertGuestLink(unit, { referralId, studentId, partnerId, personId, assignmentId })
    const subject = { type: 'guest_link', id: linkId, studentId }
    unit.record('guest_link.begun', subject, { referralId, partnerId, personId })
    await unit.tell(guestLinkBegun, { linkId, personId })
  }
}
