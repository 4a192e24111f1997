import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { latestVersion } from './latest-version.ts'
import { mayPublish } from './policy.ts'

/** The last version of the tiers, for whoever writes the next version. */
export const lookTiers = look({
  name: 'standards/tiers-to-edit',
  by: ['district_head'],
  given: z.object({}),
  shows: 'no student',
  async see(view) {
    view.permit(mayPublish(view.actor))
    view.sawNoStudent()
    const { version, body } = await latestVersion(view, 'tiers')
    const today = dayOf(await calendarOf(view.tx), view.now)
    return { today, version, body }
  },
})
