import { z } from 'zod'
import { look } from '#access/look.ts'
import { routesOf } from './route-store.ts'

/** Which role owns the triage queue of each school [R018]. */
export const queueOwners = look({
  name: 'concerns/queue-owners',
  by: ['district_head', 'student_support_head', 'counselor', 'psychologist', 'nurse'],
  given: z.object({}),
  async see(view) {
    view.permit(true)
    view.sawNoStudent()
    const mayRoute = view.actor.role === 'district_head' || view.actor.role === 'student_support_head'
    return { queues: await routesOf(view.tx, view.actor.schoolIds), mayRoute }
  },
})
