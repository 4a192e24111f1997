import type { Signals } from './signals.ts'

/** The lists a new district starts with, after the model's own examples. */
export const shippedSignals: Signals = {
  safety: [
    { code: 'risk_changed', text: 'Risk has changed', inUse: true },
    { code: 'call_today', text: 'Call us today', inUse: true },
    { code: 'safety_plan_exists', text: 'A safety plan exists', inUse: true },
  ],
  participation: [
    { code: 'attended', text: 'Came', inUse: true },
    { code: 'not_attended', text: 'Did not come', inUse: true },
  ],
}
