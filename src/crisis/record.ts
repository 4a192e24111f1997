import type { Actor } from '#access/actor.ts'
import type { Transaction } from '#platform/database/database.ts'
import { calendarOf } from '#district/contract.ts'
import { dueAt, modelInForce } from '#standards/contract.ts'
import { alertsOf } from './alert-store.ts'
import { entriesOf } from './entry-store.ts'
import type { Recorded } from './recorded.ts'
import type { Incident } from './incident.ts'
import { findIncident } from './store.ts'
import { standardFor } from './write-entry.ts'

/** By when a caregiver is told of what began then: the standard for it, day and night [R103]. */
export async function caregiverDueAt(
  { tx, now }: { tx: Transaction; now: Date },
  { startedAt }: Pick<Incident, 'startedAt'>,
): Promise<Date> {
  const { time_standards: times } = await modelInForce(tx, now)
  return dueAt(await calendarOf(tx), times.body, { clock: 'caregiver_told', startedAt }).dueAt
}

/**
 * One incident within the actor's reach with all that was written down in it, or undefined. Who may read it
 * is whose look it is to say.
 */
export async function recordOf(
  { tx, actor, now }: { tx: Transaction; actor: Actor; now: Date },
  incidentId: string,
): Promise<(Recorded & { standardId: string }) | undefined> {
  const incident = await findIncident(tx, actor, incidentId)
  if (incident === undefined) return undefined
  const entries = await entriesOf(tx, incidentId)
  const { id: standardId, body: standard } = await standardFor({ tx, now }, entries)
  const alerts = await alertsOf(tx, incidentId)
  const dueAt = await caregiverDueAt({ tx, now }, incident)
  return { incident, entries, standard, standardId, alerts, caregiverDueAt: dueAt }
}
