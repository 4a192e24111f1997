import { z } from 'zod'
import { act, done, refused } from '#access/act.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { escalationLifecycle } from './lifecycle.ts'
import { leads, mayLead } from './policy.ts'
import { holdEscalation, saveEscalation } from './store.ts'
import { owedBy, subjectOf } from './tell.ts'
import { takingWords } from './words.ts'

/** A lead takes it: from now on it is theirs, and a decision is owed. */
export const takeEscalation = act({
  name: 'escalations/take-escalation',
  by: leads,
  given: z.object({ escalationId: id }),
  refusals: takingWords,
  async do(unit, { escalationId }) {
    const escalation = (await holdEscalation(unit, escalationId)) ?? notFound()
    unit.permit(mayLead(unit.actor, escalation), subjectOf(escalation))
    if (!escalationLifecycle.allows(escalation.state, 'take')) return refused(['closed_already'])
    if (escalation.takenBy === unit.actor.personId) return refused(['yours_already'])
    const isFirst = escalation.state === 'open'
    saveEscalation(unit, {
      ...escalation,
      state: escalationLifecycle.next(escalation.state, 'take'),
      takenBy: unit.actor.personId,
      takenAt: unit.now,
      nextDueAt: isFirst ? await owedBy(unit, 'escalation_decision', escalation) : escalation.nextDueAt,
    })
    unit.record('escalation.taken', subjectOf(escalation), { from: escalation.takenBy })
    return done({ escalationId })
  },
})
