import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { toldOf } from './alert-store.ts'
import { holdEscalation, saveEscalation } from './store.ts'
import { owedBy, subjectOf, tellAllAgain, tellingAgainAt, tellNextPerson } from './tell.ts'
import { tellingWords } from './words.ts'

/**
 * Something is late: nobody took it, or whoever did has not moved it, has left or is kept away by now.
 * Whoever stands in is told, one after the other [R089]. When all were, all are told again at each further
 * miss, at most once a day, until somebody moves it.
 */
export const tellNext = act({
  name: 'escalations/tell-next',
  by: ['system'],
  given: z.object({ escalationId: id }),
  refusals: tellingWords,
  async do(unit, { escalationId }) {
    const escalation = (await holdEscalation(unit, escalationId)) ?? notFound()
    unit.permit(true, subjectOf(escalation))
    if (escalation.state === 'closed') return refused(['closed_already'])
    if (escalation.nextDueAt > unit.now) return refused(['not_due'])
    const told = await toldOf(unit.tx, escalation.id)
    const next = await tellNextPerson(unit, escalation, told)
    const again = next === 0 ? await tellAllAgain(unit, escalation, told) : 0
    const nextDueAt =
      next === 0
        ? await tellingAgainAt(unit, escalation)
        : await owedBy(unit, 'escalation_answer', escalation)
    saveEscalation(unit, { ...escalation, nextDueAt })
    unit.record('escalation.waits', subjectOf(escalation), { told: next, again })
    return done({ told: next + again })
  },
})
