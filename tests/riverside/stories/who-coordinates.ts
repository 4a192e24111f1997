import { assignCoordinator } from '#caseloads/assign-coordinator.ts'
import { nameScheduler } from '#district/name-scheduler.ts'
import { cast } from '../cast.ts'
import { partners, schools } from '../places.ts'
import type { Story } from './story.ts'
import { perform } from './teller.ts'

/** Who books visits at each school that uses the pathway, named by the head of the district. */
const books = { alderCreek: 'daniel', larkspur: 'maya', harlow: 'olive' } as const

/**
 * Grace Whitfield coordinates with two agencies; with the third nobody does. At one school nobody books
 * visits.
 */
export const whoCoordinates: Story = async ({ teller, almanac: { moment, weekBegan } }) => {
  teller.at(moment(weekBegan(1), '08:30'))
  for (const partner of ['cedarStreet', 'northbank'] as const)
    await perform(teller.being('ruth'), assignCoordinator, {
      personId: cast.grace.id,
      partnerId: partners[partner].id,
    })
  for (const school of ['alderCreek', 'larkspur', 'harlow'] as const)
    await perform(teller.being('yolanda'), nameScheduler, {
      schoolId: schools[school].id,
      personId: cast[books[school]].id,
    })
}
