import { lifecycle, type StateOf } from '#platform/lifecycle.ts'

/** An incident: open until a lead answers, then led until it is closed. */
export const incidentLifecycle = lifecycle({
  open: { acknowledge: 'acknowledged' },
  acknowledged: { close: 'closed' },
  closed: {},
})

export type IncidentState = StateOf<typeof incidentLifecycle>
