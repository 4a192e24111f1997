import type { Unit } from '#access/unit.ts'
import { insertNotice, settleNotices } from '#concerns/contract.ts'
import { acknowledge } from './alert-store.ts'
import { type Alert, type Incident, subjectOf } from './incident.ts'
import { incidentLifecycle, type IncidentState } from './lifecycle.ts'
import { passedFrom } from './passing-store.ts'
import { tellFollowers } from './tell-followers.ts'

/** Whoever passed an incident on hears that somebody has it there, and may let go of their own. */
async function tellWhoPassedOn(unit: Unit, fromId: string): Promise<void> {
  const from = await passedFrom(unit.tx, fromId)
  if (from === undefined || from.state === 'closed') return
  const subject = { type: 'crisis_incident', id: fromId }
  insertNotice(unit, { personId: from.ownerId, kind: 'crisis.owed', subject })
  tellFollowers(unit.tx, fromId)
  unit.record('crisis.answered_there', { ...subject, studentId: null })
}

/**
 * Keeps that somebody who was told has answered: from then on nobody else is woken. The caller saves the
 * incident.
 * @returns where the incident stands now
 */
export async function answer(unit: Unit, incident: Incident, own: Alert): Promise<IncidentState> {
  const { id: incidentId, state, drillId } = incident
  await acknowledge(unit, { incidentId, personId: own.personId })
  if (drillId !== null) settleNotices(unit, incidentId, ['drill.told'])
  if (state === 'open' && incident.fromId !== null) await tellWhoPassedOn(unit, incident.fromId)
  unit.record('crisis.acknowledged', subjectOf(incident), { position: own.position })
  return state === 'open' ? incidentLifecycle.next('open', 'acknowledge') : state
}
