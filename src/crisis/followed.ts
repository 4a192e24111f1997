import type { Entry } from './entry.ts'
import type { Recorded } from './recorded.ts'
import { departuresOf } from './departures.ts'
import { blanksOf } from './rules.ts'
import { scriptOf } from './script.ts'
import { isToldLate } from './step-times.ts'
import { isDone, type Step, steps } from './steps.ts'

/** What can be said of a step of the standard afterwards [R109]. */
export const followings = ['followed', 'not_followed', 'not_documented'] as const
export type Following = (typeof followings)[number]

const isLeftOut = (entries: readonly Entry[], step: Step): boolean =>
  entries.some(({ kind, what }) => kind === 'step_skipped' && what === step)

/** Whether the record says that a step was left out, came late or went otherwise than the standard says. */
function isDeparted(
  step: Step,
  { incident, entries, alerts, caregiverDueAt, ...running }: Recorded,
): boolean {
  if (step === 'caregiver') return isToldLate({ entries, caregiverDueAt })
  if (step === 'lead') return scriptOf(incident, alerts).some(({ state }) => state === 'done late')
  if (step === 'response' && departuresOf({ entries, ...running }).length > 0) return true
  return isLeftOut(entries, step)
}

/**
 * Each step as the entries say it went: what was written down as the standard says was followed, what was
 * left out or done otherwise was not, and of what nothing was written nobody knows. It is where a reviewer
 * begins; what they find is theirs to say.
 */
export function followedSteps(recorded: Recorded): Record<Step, Following> {
  // A drill can be stopped before a lead answered: closed is not answered.
  const led = recorded.alerts.some(({ acknowledgedAt }) => acknowledgedAt !== null)
  const incident = led ? recorded.incident : { ...recorded.incident, state: 'open' as const }
  const blanks = blanksOf({ ...recorded, incident })
  const each = steps.map((step): [Step, Following] => [
    step,
    isDeparted(step, recorded) ? 'not_followed' : isDone(step, blanks) ? 'followed' : 'not_documented',
  ])
  return Object.fromEntries(each) as Record<Step, Following>
}
