import { registerContact } from '#guests/register-contact.ts'
import { sendLinks } from '#guests/send-links.ts'
import { lookTracker } from '#referrals/look-tracker.ts'
import { partners } from '../places.ts'
import type { Story } from './story.ts'
import { perform } from './teller.ts'

/**
 * Somebody at Open Door has no account: the district writes down where a link and a code reach them, and the
 * navigator sends them the link of a referral that is there.
 */
export const guests: Story = async ({ teller, almanac: { ago } }) => {
  teller.at(ago(70))
  const { id: partnerId, shortName } = partners.openDoor
  const wanda = { name: 'Wanda Ortiz', email: 'wanda.ortiz@opendoor.example', phone: '206-555-0177' }
  await perform(teller.being('yolanda'), registerContact, { partnerId, ...wanda })
  teller.at(ago(65))
  for (const key of ['maya', 'jonah'] as const) {
    const { rows } = await lookTracker.see(teller.being(key), {})
    const there = rows.filter(({ partnerName, sentAt }) => partnerName === shortName && sentAt !== null)
    for (const { id: referralId } of there) await perform(teller.being(key), sendLinks, { referralId })
  }
}
