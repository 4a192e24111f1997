import { settleNotices } from '#concerns/contract.ts'
import type { Unit } from '#access/unit.ts'
import type { Ended } from './ending.ts'
import { type EndedAs, type Incident, subjectOf } from './incident.ts'
import { incidentLifecycle } from './lifecycle.ts'
import { passedOnFrom } from './passing-store.ts'
import { saveIncident } from './store.ts'
import type { Held } from './write-entry.ts'

/** A held incident with what its ending is judged by beside it. */
export async function endedOf(unit: Unit, held: Held): Promise<Ended> {
  return { ...held, passedOn: await passedOnFrom(unit.tx, held.incident.id) }
}

/** News that speaks of an incident while it runs. */
const newsOfIncidents = [
  'crisis.told',
  'crisis.owed',
  'crisis.trained_asked',
  'crisis.another_student',
] as const

/** Ends a held incident as what it was. Nothing follows it: it was no crisis of a student of this school. */
export function endAs(unit: Unit, incident: Incident, ending: EndedAs): void {
  const state = incidentLifecycle.next(incident.state, ending === 'another_student' ? 'put_right' : 'end')
  saveIncident(unit, { ...incident, state, closedAt: unit.now, endedAs: ending })
  settleNotices(unit, incident.id, newsOfIncidents)
  unit.record('crisis.ended', subjectOf(incident), { as: ending })
}
