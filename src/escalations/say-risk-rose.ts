import { z } from 'zod'
import { act, done } from '#access/act.ts'
import { reaches } from '#access/actor.ts'
import { runIncidentFor } from '#crisis/contract.ts'
import { findStudent } from '#people/contract.ts'
import { id } from '#platform/given.ts'
import { notFound } from '#platform/problem.ts'
import { linkCrisis } from './crisis-store.ts'
import { escalationReaders } from './policy.ts'
import { dueOnceRisen } from './rules.ts'
import { holdEscalation, saveEscalation } from './store.ts'
import { owedBy, subjectOf } from './tell.ts'

/**
 * Risk has risen while a loop is stalled: the crisis runs from here on, and the lead of it is told at once.
 * The escalation goes on beside it, with whoever has it; what it owes is owed no later than a decision that
 * begins now. Nothing ever refuses this: an escalation closed in the meantime stays closed, and the crisis
 * opens all the same [R094].
 */
export const sayRiskRose = act({
  name: 'escalations/say-risk-rose',
  by: escalationReaders,
  unacknowledged: 'help',
  given: z.object({ escalationId: id }),
  async do(unit, { escalationId }) {
    const escalation = (await holdEscalation(unit, escalationId)) ?? notFound()
    unit.permit(reaches(unit.actor, escalation), subjectOf(escalation))
    const { studentId } = escalation
    const schoolId = (await findStudent(unit.tx, unit.actor, studentId))?.schoolId ?? escalation.schoolId
    const { incidentId, ran } = await runIncidentFor(unit, { studentId, schoolId })
    await linkCrisis(unit, escalation, incidentId)
    if (escalation.state !== 'closed') {
      const decisionDueAt = await owedBy(unit, 'escalation_decision', escalation)
      saveEscalation(unit, { ...escalation, nextDueAt: dueOnceRisen(escalation, decisionDueAt) })
    }
    unit.record('escalation.risk_rose', subjectOf(escalation), { incident: incidentId, ran })
    return done({ escalationId, incidentId })
  },
})
