import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { addCalendarDays, calendarOf, dayOf } from '#district/contract.ts'
import { day, id } from '#platform/given.ts'
import { returnLifecycle } from './lifecycle.ts'
import { subjectOf } from './open-return.ts'
import { planners } from './policy.ts'
import { savePlan } from './store.ts'
import { endOfDay, standardOf, workOnPlan } from './work-on-plan.ts'
import { planWords } from './words.ts'

/** The student is back: from that day on it is looked whether it holds [R123]. */
export const noteReturn = act({
  name: 'returns/note-return',
  by: planners,
  given: z.object({ incidentId: id, returnedOn: day }),
  refusals: planWords,
  fields: { day_ahead: 'returnedOn' },
  async do(unit, { incidentId, returnedOn }) {
    const plan = await workOnPlan(unit, incidentId)
    if (plan.state !== 'agreed') return refused(['not_agreed'])
    if (returnedOn > dayOf(await calendarOf(unit.tx), unit.now)) return refused(['day_ahead'])
    const { stabilityDays } = await standardOf(unit.tx, plan)
    const lookOn = addCalendarDays(returnedOn, stabilityDays[0] as number)
    const state = returnLifecycle.next(plan.state, 'return')
    savePlan(unit, { ...plan, state, returnedOn, nextDueAt: await endOfDay(unit.tx, lookOn) })
    unit.record('return_plan.returned', subjectOf(plan), { on: returnedOn })
    return done({ incidentId })
  },
})
