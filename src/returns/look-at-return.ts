import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { choice, id, optionalText } from '#platform/given.ts'
import { followUpsOf, holdFollowUp, saveContact } from './follow-up-store.ts'
import { returnLifecycle } from './lifecycle.ts'
import { subjectOf } from './open-return.ts'
import type { ReturnPlan } from './plan.ts'
import { mayEndReturn, planners } from './policy.ts'
import { isStable } from './rules.ts'
import { nextLookAt, windowsOf } from './stability.ts'
import { savePlan } from './store.ts'
import { workOnPlan } from './work-on-plan.ts'
import { planWords } from './words.ts'
import type { Unit } from '#access/unit.ts'

/** Contacts that are still owed end with what they were for. */
async function endContacts(unit: Unit, { incidentId }: ReturnPlan) {
  for (const { id: followUpId, endedAt } of await followUpsOf(unit.tx, incidentId)) {
    const held = endedAt === null ? await holdFollowUp(unit, followUpId) : undefined
    if (held !== undefined) saveContact(unit, held, { outcome: 'not_needed', words: null })
  }
}

/**
 * A return that does not hold, or cannot be followed any more, ends by the decision of whoever answers for
 * it, with the reason. It was not stable, and is not called so.
 */
async function endUnheld(unit: Unit, plan: ReturnPlan, because: string | null) {
  if (!mayEndReturn(unit.actor, plan)) return refused(['not_yours'])
  if (because === null) return refused(['because_missing'])
  await endContacts(unit, plan)
  const state = returnLifecycle.next('returned', 'end')
  savePlan(unit, { ...plan, state, because, endedAt: unit.now })
  unit.record('return_plan.ended', subjectOf(plan))
  return done({ incidentId: plan.incidentId })
}

/**
 * Somebody looks how a return stands: it goes on to the next window, or it is stable, which days missed,
 * exclusions and further crises must not speak against [R123] [R126]. It is followed to its last window, or
 * ends by a decision.
 */
export const lookAtReturn = act({
  name: 'returns/look-at-return',
  by: planners,
  given: z.object({
    incidentId: id,
    outcome: choice(['stable', 'goes_on', 'ends'], 'Say how it stands'),
    because: optionalText(500),
  }),
  refusals: planWords,
  fields: { not_stable: 'outcome', because_missing: 'because' },
  async do(unit, { incidentId, outcome, because }) {
    const plan = await workOnPlan(unit, incidentId)
    if (plan.state !== 'returned') return refused(['not_returned'])
    const windows = await windowsOf(unit, plan)
    if (outcome === 'stable') {
      if (!isStable(windows)) return refused(['not_stable'])
      await endContacts(unit, plan)
      const state = returnLifecycle.next(plan.state, 'settle')
      savePlan(unit, { ...plan, state, endedAt: unit.now })
      unit.record('return_plan.fulfilled', subjectOf(plan))
      return done({ incidentId })
    }
    if (outcome === 'ends') return endUnheld(unit, plan, because || null)
    savePlan(unit, { ...plan, nextDueAt: await nextLookAt(unit, plan) })
    unit.record('return_plan.looked_at', subjectOf(plan))
    return done({ incidentId })
  },
})
