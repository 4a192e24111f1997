import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { personTold } from '#access/told.ts'
import { insertNotice, staffAt } from '#concerns/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { planAt, subjectOf } from './open-return.ts'
import { standingIn } from './policy.ts'
import { holdPlan, savePlan } from './store.ts'
import { lateWords } from './words.ts'

/** A plan was not agreed on in time: whoever owes it and the lead of the school are told, once. */
export const sayLate = act({
  name: 'returns/say-late',
  by: ['system'],
  given: z.object({ incidentId: id }),
  refusals: lateWords,
  async do(unit, { incidentId }) {
    const plan = (await holdPlan(unit, incidentId)) ?? notFound()
    unit.permit(true, subjectOf(plan))
    if (plan.state !== 'due') return refused(['past_it'])
    if (plan.lateToldAt !== null) return refused(['told_already'])
    if (plan.nextDueAt > unit.now) return refused(['not_due'])
    const { schoolId, studentId, ownerId } = plan
    const at = { schoolId, about: [studentId], roles: standingIn, now: unit.now }
    const [lead] = await staffAt(unit.tx, at)
    const people = [...new Set([ownerId, ...(lead === undefined ? [] : [lead.id])])]
    for (const personId of people) {
      const news = { personId, kind: 'return_plan.late', subject: planAt(plan) } as const
      insertNotice(unit, news)
      await unit.tell(personTold, news)
    }
    savePlan(unit, { ...plan, lateToldAt: unit.now })
    unit.record('return_plan.late_told', subjectOf(plan), { people })
    return done({ told: people.length })
  },
})
