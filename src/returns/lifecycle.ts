import { lifecycle, type StateOf } from '#platform/lifecycle.ts'

/**
 * A plan to come back: owed, agreed on, then the student is back until stable, or until it is decided that it
 * ends. It may be set aside, and what was agreed on is replaced by a newer version, which is agreed on anew.
 */
export const returnLifecycle = lifecycle({
  due: { agree: 'agreed', resume: 'returned', set_aside: 'not_needed' },
  agreed: { return: 'returned', replace: 'replaced', set_aside: 'not_needed' },
  returned: { settle: 'stable', end: 'ended', replace: 'replaced' },
  stable: {},
  not_needed: {},
  ended: {},
  replaced: {},
})
export type ReturnState = StateOf<typeof returnLifecycle>
