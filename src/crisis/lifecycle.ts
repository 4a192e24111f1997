import { lifecycle, type StateOf } from '#platform/lifecycle.ts'

/** An incident: open until a lead answers, then led until it is closed, or ended as what it was. */
export const incidentLifecycle = lifecycle({
  open: { acknowledge: 'acknowledged' },
  acknowledged: { close: 'closed', end: 'closed' },
  closed: {},
})

export type IncidentState = StateOf<typeof incidentLifecycle>
