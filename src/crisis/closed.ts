import type { Transaction } from '#platform/database/database.ts'
import { gotHelp } from './departures.ts'
import { entriesOf } from './entry-store.ts'
import type { Entry } from './entry.ts'
import type { IncidentClosed } from './happenings.ts'
import type { Incident } from './incident.ts'
import { entriesOfKind } from './levels.ts'
import { holderOf } from './rules.ts'
import { holdClosed } from './store.ts'
import { standardFor } from './write-entry.ts'

type Closed = { incident: Incident; entries: readonly Entry[]; standardId: string }

/** What is told of an incident that was closed; undefined of a drill, which was about no student. */
export function closedOf({ incident, entries, standardId }: Closed): IncidentClosed | undefined {
  const { id: incidentId, studentId, schoolId, ownerId: ledBy } = incident
  if (studentId === null) return undefined
  return {
    incidentId,
    studentId,
    schoolId,
    ledBy,
    standardId,
    returnBy: holderOf(entries, 'plans_return')?.personId ?? null,
    leftSchool: entriesOfKind(entries, 'handed_over').at(-1)?.what !== 'stayed_at_school',
    gotHelp: gotHelp(entries),
  }
}

/**
 * The same again, of an incident that was closed before: by what was written down, and by the standard of
 * then. Taken for the rest of the act, so that what follows from it follows once.
 */
export async function closedBefore(tx: Transaction, incidentId: string): Promise<IncidentClosed | undefined> {
  const incident = await holdClosed(tx, incidentId)
  if (incident === undefined) return undefined
  const entries = await entriesOf(tx, incidentId)
  const { id: standardId } = await standardFor({ tx, now: incident.closedAt ?? incident.startedAt }, entries)
  return closedOf({ incident, entries, standardId })
}
