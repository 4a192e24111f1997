import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { returnLifecycle } from './lifecycle.ts'
import { subjectOf } from './open-return.ts'
import { planners } from './policy.ts'
import { blanksOf } from './rules.ts'
import { savePlan } from './store.ts'
import { nextLookAt } from './stability.ts'
import { aroundOf, endOfDay, workOnPlan } from './work-on-plan.ts'
import { planWords } from './words.ts'

/** A plan is agreed on when nothing of it is blank; the refusal names each that is [R121] [R122]. */
export const agreePlan = act({
  name: 'returns/agree-plan',
  by: planners,
  given: z.object({ incidentId: id }),
  refusals: planWords,
  async do(unit, { incidentId }) {
    const plan = await workOnPlan(unit, incidentId)
    if (plan.state !== 'due') return refused(['not_open'])
    const because = blanksOf(plan, await aroundOf(unit, plan))
    if (because.length > 0 || plan.returnOn === null) return refused(because)
    // A changed plan of a student who is back goes on from there.
    const isBack = plan.returnedOn !== null
    const state = returnLifecycle.next(plan.state, isBack ? 'resume' : 'agree')
    const nextDueAt = isBack ? await nextLookAt(unit, plan) : await endOfDay(unit.tx, plan.returnOn)
    savePlan(unit, { ...plan, state, nextDueAt })
    unit.record('return_plan.agreed', subjectOf(plan))
    return done({ incidentId })
  },
})
