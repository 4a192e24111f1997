import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { choice, id } from '#platform/given.ts'
import { followUpsOf, holdFollowUp, saveContact } from './follow-up-store.ts'
import { returnLifecycle } from './lifecycle.ts'
import { subjectOf } from './open-return.ts'
import type { ReturnPlan } from './plan.ts'
import { planners } from './policy.ts'
import { isStable, nextLookOn } from './rules.ts'
import { windowsOf } from './stability.ts'
import { savePlan } from './store.ts'
import { endOfDay, workOnPlan } from './work-on-plan.ts'
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
 * Somebody looks how a return stands: it goes on to the next window, or it is stable, which days missed,
 * exclusions and further crises must not speak against [R123] [R126]. It is followed to its last window.
 */
export const lookAtReturn = act({
  name: 'returns/look-at-return',
  by: planners,
  given: z.object({ incidentId: id, outcome: choice(['stable', 'goes_on'], 'Say how it stands') }),
  refusals: planWords,
  fields: { not_stable: 'outcome' },
  async do(unit, { incidentId, outcome }) {
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
    const today = dayOf(await calendarOf(unit.tx), unit.now)
    savePlan(unit, { ...plan, nextDueAt: await endOfDay(unit.tx, nextLookOn(windows, today)) })
    unit.record('return_plan.looked_at', subjectOf(plan))
    return done({ incidentId })
  },
})
