import type { Actor } from '#access/actor.ts'
import type { Transaction } from '#platform/database/database.ts'
import { alertsOf } from './alert-store.ts'
import { entriesOf } from './entry-store.ts'
import type { Recorded } from './followed.ts'
import { findIncident } from './store.ts'
import { standardFor } from './write-entry.ts'

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
  return { incident, entries, standard, standardId, alerts: await alertsOf(tx, incidentId) }
}
