import { look } from '#access/look.ts'
import { careTeam } from '#access/roles.ts'
import { schoolsOf } from '#district/contract.ts'
import { pageOf, partAsked } from '#platform/name-pages.ts'
import { decidersAt } from './deciders.ts'
import { followIfNamed, isDecider } from './policy.ts'
import { routesOf } from './route-store.ts'

/** Schools on one page: each has a form. */
const size = 25

/** Which role owns the triage queue of each school [R018]. */
export const queueOwners = look({
  name: 'concerns/queue-owners',
  by: ['district_head', ...careTeam],
  ifNamed: followIfNamed,
  given: partAsked,
  shows: 'no student',
  async see(view, given) {
    const deciders = await decidersAt(view)
    const mayRoute = view.actor.role === 'district_head' || view.actor.role === 'student_support_head'
    view.permit(mayRoute || isDecider(view.actor.role, deciders))
    view.sawNoStudent()
    const part = pageOf(await schoolsOf(view.tx, view.actor), { ...given, size })
    const ids = part.page.map(({ id }) => id)
    return { part, queues: await routesOf(view, ids), mayRoute, deciders }
  },
})
