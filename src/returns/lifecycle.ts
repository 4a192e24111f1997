import { lifecycle, type StateOf } from '#platform/lifecycle.ts'

/** A plan to come back: owed, agreed on, then the student is back until stable. Or it is not needed. */
export const returnLifecycle = lifecycle({
  due: { agree: 'agreed', set_aside: 'not_needed' },
  agreed: { return: 'returned' },
  returned: { settle: 'stable' },
  stable: {},
  not_needed: {},
})
export type ReturnState = StateOf<typeof returnLifecycle>
