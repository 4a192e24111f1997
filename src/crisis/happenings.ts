import { happening } from '#access/happening.ts'

/** An incident was closed, with nothing blank. Ids alone: what was written down stays with the incident. */
export type IncidentClosed = {
  readonly incidentId: string
  readonly studentId: string
  readonly schoolId: string
  /** Who had it when it was closed. */
  readonly ledBy: string
  /** Who was named to plan the return, where it is somebody of the staff. */
  readonly returnBy: string | null
  /** The version of the standard it was judged by. */
  readonly standardId: string
  /** Whether the student left school that day, and whether help from outside came or talked with them. */
  readonly leftSchool: boolean
  readonly gotHelp: boolean
}
export const incidentClosed = happening<IncidentClosed>('crisis/incident-closed')
