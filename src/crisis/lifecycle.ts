import { lifecycle, type StateOf } from '#platform/lifecycle.ts'

/**
 * An incident: open until a lead answers, then led until it is closed, or ended as what it was. One that was
 * entered for the wrong student goes on in another record, answered or not.
 */
export const incidentLifecycle = lifecycle({
  open: { acknowledge: 'acknowledged', put_right: 'closed' },
  acknowledged: { close: 'closed', end: 'closed', put_right: 'closed' },
  closed: {},
})

export type IncidentState = StateOf<typeof incidentLifecycle>
