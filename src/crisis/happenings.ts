import { happening } from '#access/happening.ts'

/** An incident was closed, with nothing blank. Ids alone: what was written down stays with the incident. */
export type IncidentClosed = {
  readonly incidentId: string
  readonly studentId: string
  readonly schoolId: string
  /** Who had it when it was closed. */
  readonly ledBy: string
}
export const incidentClosed = happening<IncidentClosed>('crisis/incident-closed')
