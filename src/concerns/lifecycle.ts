import { lifecycle, type StateOf } from '#platform/lifecycle.ts'

/** A concern, requirements section 2.1. Screening a concern acknowledges it. */
export const concernLifecycle = lifecycle({
  submitted: { acknowledge: 'acknowledged', close: 'closed' },
  acknowledged: { triage: 'triaged', close: 'closed' },
  triaged: {},
  closed: {},
})

export type ConcernState = StateOf<typeof concernLifecycle>
