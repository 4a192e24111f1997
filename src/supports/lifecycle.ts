import { lifecycle, type StateOf } from '#platform/lifecycle.ts'

/** Path (a), requirements section 2.2. A review is called by its day, or by a rise in risk. */
export const supportLifecycle = lifecycle({
  planned: { start: 'active', call: 'review_due', leave: 'left' },
  active: {
    call: 'review_due',
    meet: 'met',
    step_up: 'stepped_up',
    step_down: 'stepped_down',
    leave: 'left',
    continue: 'active',
  },
  review_due: {
    meet: 'met',
    step_up: 'stepped_up',
    step_down: 'stepped_down',
    leave: 'left',
    continue: 'active',
  },
  met: {},
  stepped_up: {},
  stepped_down: {},
  left: {},
})

export type SupportState = StateOf<typeof supportLifecycle>

/** How a review ends, and what it does to the support. */
export const outcomes = {
  continue: 'continue',
  met: 'meet',
  step_up: 'step_up',
  step_down: 'step_down',
  left: 'leave',
} as const
export type Outcome = keyof typeof outcomes
