import { assignCoordinator } from '#caseloads/assign-coordinator.ts'
import { cast } from '../cast.ts'
import { partners } from '../places.ts'
import type { Story } from './story.ts'
import { perform } from './teller.ts'

/** Grace Whitfield coordinates with two agencies; with the third nobody does. */
export const whoCoordinates: Story = async ({ teller, almanac: { moment, weekBegan } }) => {
  teller.at(moment(weekBegan(1), '08:30'))
  for (const partner of ['cedarStreet', 'northbank'] as const)
    await perform(teller.being('ruth'), assignCoordinator, {
      personId: cast.grace.id,
      partnerId: partners[partner].id,
    })
}
