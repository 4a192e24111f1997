import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id, text } from '#platform/given.ts'
import { returnLifecycle } from './lifecycle.ts'
import { subjectOf } from './open-return.ts'
import { planners } from './policy.ts'
import { savePlan } from './store.ts'
import { workOnPlan } from './work-on-plan.ts'
import { planWords } from './words.ts'

/**
 * No plan to come back is needed, or one that was agreed on not any more, with the reason: the incident is
 * out of tracking then [R121]. A plan in whose place another comes is replaced instead.
 */
export const setAside = act({
  name: 'returns/set-aside',
  by: planners,
  given: z.object({ incidentId: id, because: text(500, 'Say why no plan is needed') }),
  refusals: planWords,
  async do(unit, { incidentId, because }) {
    const plan = await workOnPlan(unit, incidentId)
    if (!returnLifecycle.allows(plan.state, 'set_aside')) return refused(['not_open'])
    const state = returnLifecycle.next(plan.state, 'set_aside')
    savePlan(unit, { ...plan, state, because, endedAt: unit.now })
    unit.record('return_plan.set_aside', subjectOf(plan))
    return done({ incidentId })
  },
})
