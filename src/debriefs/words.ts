import { catalog } from '#platform/words.ts'
import type { ObstacleToWriting } from './rules.ts'

/** What the trail says of this module. @drawn */
export const traceWords = catalog({
  en: {
    'incident_review.opened': 'A review of the incident is owed',
    'incident_review.late_told': 'Told that the review of the incident is late',
    'incident_review.written': 'Review of the incident written',
    'improvement.made': 'An improvement after the incident was given to somebody',
    'improvement.given': 'An improvement after the incident went to somebody else',
    'improvement.finished': 'An improvement after the incident came to its end',
  },
})

/** What it says of the crisis standard, and of nobody. @drawn */
export const requestTraceWords = catalog({
  en: {
    'change_request.asked': 'The crisis standard was asked to say something otherwise',
    'change_request.answered': 'A request to change the crisis standard was answered',
  },
})

export const writingWords = catalog({
  en: {
    written_already: 'This review was written. What it says stays as it is.',
    you_led: 'You led this incident. Somebody else writes the review.',
    improvement_missing: 'Add what is improved first, or say that nothing is.',
  } satisfies Record<ObstacleToWriting, string>,
})
export const improvingWords = catalog({
  en: {
    owner_unknown: 'Choose somebody from the list.',
    due_in_the_past: 'Give today or a day ahead.',
    ended_already: 'It was ended already.',
  },
})
export const requestingWords = catalog({ en: { answered_already: 'This request was answered already.' } })
export const lateWords = catalog({
  en: {
    written_already: 'The review is written.',
    told_already: 'It was told already.',
    not_due: 'It is not late.',
  },
})

/** What somebody is told of a review. */
export const noticeWords = catalog({
  en: {
    'incident_review.owed': 'You owe the review of an incident.',
    'incident_review.late': 'The review of an incident is late.',
    'improvement.given': 'You were given something to improve after an incident.',
  },
})
