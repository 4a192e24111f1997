import { lifecycle, type StateOf } from '#platform/lifecycle.ts'

/**
 * A stalled loop: somebody takes it, decides how it goes on, and decides again until the family is connected
 * or another plan stands. Nothing else ends it [R092].
 */
export const escalationLifecycle = lifecycle({
  open: { take: 'taken', decide: 'decided' },
  taken: { take: 'taken', decide: 'decided' },
  decided: { take: 'decided', decide: 'decided', close: 'closed' },
  closed: {},
})

export type EscalationState = StateOf<typeof escalationLifecycle>
