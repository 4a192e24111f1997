import { registerContact } from '#guests/register-contact.ts'
import { sendLinks } from '#guests/send-links.ts'
import { house } from '../../src/compose.ts'
import type { FamilyKey } from '../riverside/families.ts'
import { partners } from '../riverside/places.ts'
import { perform } from '../riverside/stories/teller.ts'
import { Walk } from '../riverside/stories/walk.ts'
import { phoneOf } from './link-phone.ts'
import { pagesOf } from './pages.ts'
import { postingOf } from './posting.ts'
import { riverside, type World } from './riverside.ts'

/** Somebody at an agency who has no account. */
export const contact = { name: 'Wanda Ortiz', email: 'wanda@openlot.example', phone: '206-555-0177' }
export type GuestPhone = ReturnType<typeof phoneOf>

/** Tells how a referral reached the agency. */
async function toAgency({ being, clock }: World, family: FamilyKey): Promise<Walk> {
  const walk = new Walk({ being, at: (moment) => clock.set(moment) }, family)
  await walk.raise('Quiet for two weeks.')
  await walk.decide('b')
  await walk.talk()
  await walk.consent({ participation: 'yes' })
  await walk.send()
  return walk
}

/** Where the link in the latest mail to a contact leads. */
const doorIn = (mail: readonly { text: string }[]): string =>
  mail.map(({ text }) => /\/answer\/[\w-]{43}/.exec(text)?.[0]).findLast((found) => found !== undefined) ?? ''

/** Riverside with its whole house, and an agency whose contact answers by link. */
export async function guestStory() {
  const world = await riverside({ wiring: house.reactions })
  const pages = await pagesOf(world)
  const posting = postingOf(world)
  const given = { ...contact, partnerId: partners.cedarStreet.id }
  const { partnerId, personId: contactId } = await perform(world.being('yolanda'), registerContact, given)
  return {
    ...world,
    pages,
    posting,
    partnerId,
    contactId,
    newPhone: () => phoneOf(pages),
    async rows<Row extends object = Record<string, unknown>>(text: string, values: unknown[] = []) {
      return (await world.admin.query<Row>(text, values)).rows
    },
    /** A referral that has reached the agency, and where the link in the mail leads. */
    async sent(family: FamilyKey) {
      const walk = await toAgency(world, family)
      await posting.round()
      return { walk, referralId: walk.referralId, door: doorIn(posting.mail) }
    },
    /** The school sends the link of a referral again. @returns where it leads */
    async sentAgain(referralId: string) {
      await perform(world.being('maya'), sendLinks, { referralId })
      await posting.round()
      return doorIn(posting.mail)
    },
    /** Asks for the code at a door. @returns what the text says */
    async codeFor(phone: GuestPhone, door: string) {
      await phone.post(`${door}/codes`, {})
      await posting.round()
      return { code: /\b\d{6}\b/.exec(posting.texts.at(-1)?.text ?? '')?.[0] ?? '' }
    },
    async close() {
      await pages.close()
      await world.close()
    },
  }
}
export type GuestStory = Awaited<ReturnType<typeof guestStory>>

/** A contact who came in by the link to a referral, on a phone. */
export async function guestInside(story: GuestStory, family: FamilyKey) {
  const known = await story.sent(family)
  const phone = story.newPhone()
  const { code } = await story.codeFor(phone, known.door)
  const reply = await phone.post(known.door, { code })
  if (reply.status !== 303) throw new Error(`Nobody came in to the referral of ${family}`)
  return { ...known, phone, page: `/inbox/${known.referralId}` }
}
