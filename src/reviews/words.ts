import { catalog } from '#platform/words.ts'
import type { ObstacleToMarking } from './rules.ts'

/** What the trail says of this module. @drawn */
export const traceWords = catalog({
  en: {
    'review.opened': 'A weekly review began',
    'review.reviewed': 'The referral was reviewed by the team of the school',
    'review.put_off': 'The review of the referral was put off',
    'review.closed': 'A weekly review ended',
    'review_task.made': 'A review gave somebody something to do',
    'review_task.finished': 'What a review gave somebody to do was ended',
  },
})

const closedAlready = 'This review has ended. What it kept stays as it is.'

export const openingWords = catalog({
  en: {
    none_chosen: 'Choose at least one school.',
    too_many: 'One review goes through ten schools at most. Begin another one for the rest.',
    under_way: 'A review of one of these schools is under way. Go on with that one, or end it first.',
    nothing_left: 'Every open referral of these schools was reviewed this week.',
  },
})
export const markingWords = catalog({
  en: {
    closed_already: closedAlready,
    decision_missing: 'Choose what was decided.',
    reason_missing: 'Choose why it is put off.',
    task_missing: 'Choose what is to be done.',
    owner_missing: 'Choose who does it.',
    owner_unknown: 'Choose somebody from the list.',
    due_missing: 'Give the day by which it is done.',
    due_in_the_past: 'Give today or a day ahead.',
    words_missing: 'Say what it is about.',
  } satisfies Record<ObstacleToMarking, string>,
})
export const closingWords = catalog({
  en: {
    closed_already: closedAlready,
    nobody: 'Mark who took part.',
    unknown_person: 'Choose people from the list.',
  },
})
export const finishingWords = catalog({ en: { finished_already: 'It was ended already.' } })
