import type { Actor } from '#access/actor.ts'
import type { Unit } from '#access/unit.ts'
import type { Transaction } from '#platform/database/database.ts'
import { partOf } from './alert-store.ts'
import { openIncident } from './open-incident.ts'
import { mayFollow } from './policy.ts'
import { findIncident, holdRunningFor } from './store.ts'

/**
 * Risk has risen for a student: the incident of theirs that runs and the actor follows, or else a new one, of
 * which the lead is told at once [R094]. The caller asks permission.
 * @returns its id, and whether it ran already
 */
export async function runIncidentFor(
  unit: Unit,
  { studentId, schoolId }: { studentId: string; schoolId: string },
): Promise<{ incidentId: string; ran: boolean }> {
  for (const running of await holdRunningFor(unit, studentId))
    if (mayFollow(unit.actor, running, await partOf(unit.tx, running.id)))
      return { incidentId: running.id, ran: true }
  return { incidentId: await openIncident(unit, { studentId, schoolId, source: 'staff' }), ran: false }
}

/** Whether this actor may open the page of an incident. */
export async function mayOpenIncident(
  { tx, actor }: { tx: Transaction; actor: Actor },
  incidentId: string,
): Promise<boolean> {
  const incident = await findIncident(tx, actor, incidentId)
  return incident !== undefined && mayFollow(actor, incident, await partOf(tx, incidentId))
}
