import { catalog } from '#platform/words.ts'
import type { Measure } from './measure.ts'
import type { Outcome, SupportState } from './lifecycle.ts'
import type { StrategyReader } from './strategy-store.ts'
import type { ObstacleToReviewing } from './rules.ts'

/** What the trail says of this module. @drawn */
export const traceWords = catalog({
  en: {
    'support.given': 'Brief support given to another owner',
    'support.opened': 'Brief support planned',
    'support.started': 'Brief support started',
    'support.continued': 'Brief support goes on',
    'support.ended': 'Brief support ended',
    'support.strategy_given': 'A strategy was given to a caregiver or a teacher',
    'support.review_called': 'Review of brief support called',
  },
})

export const stateWords = catalog({
  en: {
    planned: 'Planned',
    active: 'Going on',
    review_due: 'Review due',
    met: 'Goals met',
    stepped_up: 'Stepped up',
    stepped_down: 'Stepped down',
    left: 'Left',
  } satisfies Record<SupportState, string>,
})

export const outcomeWords = catalog({
  en: {
    continue: 'It goes on',
    met: 'The goals are met',
    step_up: 'Not improving: step up',
    step_down: 'Less is enough: step down',
    left: 'The student left it',
  } satisfies Record<Outcome, string>,
})

export const obstacleWords = catalog({
  en: {
    not_running: 'This support has not started, or it has ended. Start it first, or open a new one.',
    exit_criterion_missing: 'Choose the exit criterion that is met.',
    entry_criterion_missing: 'Choose the entry criterion that is met of the tier the student goes to.',
    next_review_missing: 'Give the day of the next review, after today.',
    high_risk_without_clinician:
      'The student is at high risk. School support goes on only with a named clinician.',
    clinician_not_here: 'Choose a clinician who works for this school.',
    change_unsaid: 'Write what changed, so that triage can look again.',
  } satisfies Record<ObstacleToReviewing, string>,
})

export const strategyWords = catalog({ en: { not_begun: 'This support has not started yet.' } })

export const readerWords = catalog({
  en: { caregiver: 'A caregiver', teacher: 'A teacher' } satisfies Record<StrategyReader, string>,
})

export const startWords = catalog({ en: { not_planned: 'This support has started or ended already.' } })

export const measureWords = catalog({
  en: {
    attendance: 'Attendance',
    crisis_contacts: 'Contacts in a crisis',
    engagement: 'Taking part',
  } satisfies Record<Measure, string>,
})

/** The measures over time, as charts. */
export const courseWords = catalog({
  en: {
    over_time: 'Over the last months',
    month: 'Month',
    chart_attendance: 'Whole days missed',
    chart_crisis_contacts: 'Crises at school',
    chart_engagement: 'Visits kept of those that were due',
    kept_of: '{kept} of {due}',
  },
})
