import type { Alert, Incident } from './incident.ts'
import type { Running } from './levels.ts'

/** An incident as it lies in the record, with everybody who was told of it. */
export type Recorded = Omit<Running, 'incident'> & {
  readonly incident: Incident
  readonly alerts: readonly Alert[]
  /** By when a caregiver is told, by the time standards in force. */
  readonly caregiverDueAt: Date
}
