import type { Unit } from '#access/unit.ts'
import { settleNotices } from '#concerns/contract.ts'
import { acknowledge } from './alert-store.ts'
import { type Alert, type Incident, subjectOf } from './incident.ts'
import { incidentLifecycle, type IncidentState } from './lifecycle.ts'

/**
 * Keeps that somebody who was told has answered: from then on nobody else is woken. The caller saves the
 * incident.
 * @returns where the incident stands now
 */
export async function answer(unit: Unit, incident: Incident, own: Alert): Promise<IncidentState> {
  const { id: incidentId, state, drillId } = incident
  await acknowledge(unit, { incidentId, personId: own.personId })
  if (drillId !== null) settleNotices(unit, incidentId, ['drill.told'])
  unit.record('crisis.acknowledged', subjectOf(incident), { position: own.position })
  return state === 'open' ? incidentLifecycle.next('open', 'acknowledge') : state
}
