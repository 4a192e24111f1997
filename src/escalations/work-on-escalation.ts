import type { Unit } from '#access/unit.ts'
import { notFound } from '#platform/problem.ts'
import type { Escalation } from './escalation.ts'
import { mayLead } from './policy.ts'
import { holdEscalation } from './store.ts'
import { subjectOf } from './tell.ts'

/** Takes an escalation for the rest of the act, and asks whether the actor may move it. */
export async function workOnEscalation(unit: Unit, escalationId: string): Promise<Escalation> {
  const escalation = (await holdEscalation(unit, escalationId)) ?? notFound()
  unit.permit(mayLead(unit.actor, escalation), subjectOf(escalation))
  return escalation
}
