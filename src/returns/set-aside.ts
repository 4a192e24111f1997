import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id, text } from '#platform/given.ts'
import { returnLifecycle } from './lifecycle.ts'
import { subjectOf } from './open-return.ts'
import { planners } from './policy.ts'
import { savePlan } from './store.ts'
import { workOnPlan } from './work-on-plan.ts'
import { planWords } from './words.ts'

/** No plan to come back is needed, with the reason: the incident is out of tracking then [R121]. */
export const setAside = act({
  name: 'returns/set-aside',
  by: planners,
  given: z.object({ incidentId: id, because: text(500, 'Say why no plan is needed') }),
  refusals: planWords,
  async do(unit, { incidentId, because }) {
    const plan = await workOnPlan(unit, incidentId)
    if (plan.state !== 'due') return refused(['not_open'])
    const state = returnLifecycle.next(plan.state, 'set_aside')
    savePlan(unit, { ...plan, state, notNeededBecause: because, endedAt: unit.now })
    unit.record('return_plan.set_aside', subjectOf(plan))
    return done({ incidentId })
  },
})
