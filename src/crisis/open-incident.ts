import type { Unit } from '#access/unit.ts'
import type { RiskIndicated, TriageDecided } from '#concerns/contract.ts'
import type { Incident } from './incident.ts'
import { holdIncidentOf, insertIncident, saveIncident } from './store.ts'
import { answerDueAt, nextToTell, peopleToTell, setTimer, tell } from './tell.ts'

export type NewIncident = Pick<Incident, 'schoolId' | 'source'> &
  Partial<
    Pick<
      Incident,
      'studentId' | 'decisionId' | 'concernId' | 'place' | 'onPremises' | 'servicesCalled' | 'startedAt'
    >
  >

/**
 * Opens an incident and tells the internal lead, in the transaction it is called in [R017]. Where nobody
 * can be told the timer runs all the same, so that an open incident is never without one. The caller asks
 * permission.
 * @returns the id of the incident
 */
export async function openIncident(unit: Unit, given: NewIncident): Promise<string> {
  const incident: Incident = {
    studentId: null,
    decisionId: null,
    concernId: null,
    place: null,
    onPremises: null,
    servicesCalled: null,
    startedAt: unit.now,
    ...given,
    id: unit.id(),
    state: 'open',
    openedBy: unit.actor.personId,
    version: 1,
  }
  await insertIncident(unit, incident)
  const { id, studentId, source } = incident
  unit.record('crisis.opened', { type: 'crisis_incident', id, studentId }, { source })
  const lead = nextToTell(await peopleToTell(unit, incident), [])
  if (lead !== undefined) await tell(unit, incident, { person: lead, position: 1 })
  else setTimer(unit, { incidentId: id, at: await answerDueAt(unit) })
  return id
}

/** What follows when the checklist of a concern indicates immediate risk: the crisis opens, once. */
export async function openOnRisk(
  unit: Unit,
  { concernId, studentId, schoolId }: RiskIndicated,
): Promise<void> {
  const before = await holdIncidentOf(unit, concernId)
  if (before === undefined) await openIncident(unit, { schoolId, studentId, concernId, source: 'triage' })
}

/** What follows a decision for path (c): it joins the incident its checklist opened, or opens one. */
export async function openOnDecision(unit: Unit, decided: TriageDecided): Promise<void> {
  if (decided.path !== 'c') return
  const { concernId, studentId, schoolId, decisionId } = decided
  const before = await holdIncidentOf(unit, concernId)
  if (before === undefined) {
    await openIncident(unit, { schoolId, studentId, concernId, decisionId, source: 'triage' })
    return
  }
  saveIncident(unit, { ...before, decisionId })
  unit.record(
    'crisis.decided',
    { type: 'crisis_incident', id: before.id, studentId },
    { decision: decisionId },
  )
}
