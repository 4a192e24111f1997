import { lifecycle, type StateOf } from '#platform/lifecycle.ts'

/**
 * A warm handoff. It ends when the family chooses not to share, and opens again when it changes its mind; an
 * exception is documented and can still be completed.
 */
export const handoffLifecycle = lifecycle({
  open: { complete: 'complete', except: 'excepted', end: 'ended' },
  excepted: { complete: 'complete', end: 'ended' },
  ended: { reopen: 'open' },
  complete: {},
})

export type HandoffState = StateOf<typeof handoffLifecycle>
