import type { Unit } from '#access/unit.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { findReferral, type ReferralSent } from '#referrals/contract.ts'
import { beginGuestLinks } from './begin-links.ts'
import { contactsOf } from './contact-store.ts'

/** Follows referrals/sent: whoever at the agency answers by link is sent one. */
export async function sendGuestLinks(unit: Unit, { referralId }: ReferralSent): Promise<void> {
  const referral = await findReferral(unit.tx, unit.actor, referralId)
  if (referral?.partnerId == null) throw new Error('A referral was sent, and no agency has it')
  const { partnerId } = referral
  const on = dayOf(await calendarOf(unit.tx), unit.now)
  const contacts = await contactsOf(unit.tx, { partnerId, on, now: unit.now })
  await beginGuestLinks(unit, { ...referral, partnerId }, contacts)
}
