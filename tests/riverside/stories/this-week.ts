import { updateCapacity } from '#directory/update-capacity.ts'
import { type PartnerKey, partners } from '../places.ts'
import { intake } from './agency-people.ts'
import type { Story } from './story.ts'
import { perform, type Teller } from './teller.ts'
import { Walk } from './walk.ts'

type Room = { version: number; acceptance: 'accepting' | 'full'; openPlaces: number; acceptanceNote?: string }

/** What an agency says of its room, by whoever answers there. */
export const room = (teller: Teller, key: PartnerKey, said: Room) =>
  perform(teller.being(intake[key]), updateCapacity, { partnerId: partners[key].id, ...said })

/** The last days: what each agency has room for, and a concern at the high school that waits. */
export const thisWeek: Story = async ({ teller, almanac: { moment, day } }) => {
  teller.at(moment(-2, '16:10'))
  await room(teller, 'cedarStreet', { version: 2, acceptance: 'accepting', openPlaces: 4 })
  await room(teller, 'northbank', { version: 2, acceptance: 'accepting', openPlaces: 1 })
  const acceptanceNote = `The next places open on ${day(8)}`
  await room(teller, 'openDoor', { version: 4, acceptance: 'full', openPlaces: 0, acceptanceNote })
  await new Walk(teller, 'eli')
    .at(moment(-1, '13:40'))
    .raise('The visits help, he says. Mornings do not get easier.')
}
