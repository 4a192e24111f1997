import { z } from 'zod'
import { look } from '#access/look.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { latestVersion } from './latest-version.ts'
import { mayPublish } from './policy.ts'

/** Who decides in triage by the last version, for whoever writes the next one. */
export const lookTriageStaff = look({
  name: 'standards/triage-staff-to-edit',
  by: ['district_head'],
  given: z.object({}),
  shows: 'no student',
  async see(view) {
    view.permit(mayPublish(view.actor))
    view.sawNoStudent()
    const { version, body } = await latestVersion(view, 'triage_staff')
    return { today: dayOf(await calendarOf(view.tx), view.now), version, body }
  },
})
