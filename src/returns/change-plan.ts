import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { choice, id, text } from '#platform/given.ts'
import { returnLifecycle } from './lifecycle.ts'
import { dueFromNow, setLate, subjectOf } from './open-return.ts'
import { planners } from './policy.ts'
import { changed, emptied } from './rules.ts'
import { insertPlan, savePlan } from './store.ts'
import { workOnPlan } from './work-on-plan.ts'
import { planWords } from './words.ts'

/** Whether what stood in a plan stays in the version after it, or another plan comes in its place. */
export const changes = ['change', 'another'] as const

/**
 * A plan that was agreed on is changed, or another comes in its place: a new version, by whom, when and why.
 * It is owed and has to be agreed on anew, by those who meet about it; the one before stays as it was.
 */
export const changePlan = act({
  name: 'returns/change-plan',
  by: planners,
  given: z.object({
    incidentId: id,
    how: choice(changes, 'Say what stays'),
    because: text(500, 'Say why'),
  }),
  refusals: planWords,
  async do(unit, { incidentId, how, because }) {
    const plan = await workOnPlan(unit, incidentId)
    if (!returnLifecycle.allows(plan.state, 'replace')) return refused(['nothing_agreed'])
    const state = returnLifecycle.next(plan.state, 'replace')
    savePlan(unit, { ...plan, state, because, endedAt: unit.now })
    const dueAt = await dueFromNow(unit, 'return_plan')
    const newer = insertPlan(unit, { ...plan, dueAt })
    const kept = how === 'change' ? changed(plan) : emptied(plan)
    const anew = { id: newer, state: 'due', nextDueAt: dueAt, lateToldAt: null, version: 1 } as const
    savePlan(unit, { ...kept, ...anew, because: null, endedAt: null })
    setLate(unit, plan, dueAt)
    unit.record('return_plan.changed', subjectOf(plan), { how })
    return done({ incidentId })
  },
})
