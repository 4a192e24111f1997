import { completeDrill } from '#drills/complete-drill.ts'
import { planDrill } from '#drills/plan-drill.ts'
import { cast } from '../riverside/cast.ts'
import { schools } from '../riverside/places.ts'
import { perform } from '../riverside/stories/teller.ts'
import type { World } from './riverside.ts'

/** Every school that works with this went through a drill today: none owes one. */
export async function everySchoolDrilled({ being }: Pick<World, 'being'>, today: string): Promise<void> {
  for (const { id: schoolId, liveOn } of Object.values(schools)) {
    if (liveOn === null) continue
    const planned = { schoolId, scenario: 'words_in_class', plannedOn: today }
    const { drillId } = await perform(being('yolanda'), planDrill, planned)
    const held = { drillId, heldOn: today, personIds: [cast.yolanda.id], memberIds: [] }
    await perform(being('yolanda'), completeDrill, held)
  }
}
