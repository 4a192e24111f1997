import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { toldOf } from './alert-store.ts'
import { holdEscalation, saveEscalation } from './store.ts'
import { owedBy, subjectOf, tellNextPerson } from './tell.ts'
import { tellingWords } from './words.ts'

/**
 * Something is late: nobody took it, or whoever did has not moved it, has left or is kept away by now.
 * Whoever stands in is told, one after the other [R089].
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
    const told = await tellNextPerson(unit, escalation, await toldOf(unit.tx, escalation.id))
    const nextDueAt = await owedBy(unit, 'escalation_answer', escalation.highNeed)
    saveEscalation(unit, { ...escalation, nextDueAt })
    unit.record('escalation.waits', subjectOf(escalation), { told })
    return done({ told })
  },
})
