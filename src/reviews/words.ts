import { catalog } from '#platform/words.ts'
import type { ObstacleToMarking } from './rules.ts'

/** What the trail says of this module. @drawn */
export const traceWords = catalog({
  en: {
    'review.opened': 'A weekly review began',
    'review.reviewed': 'The referral was reviewed by the team of the school',
    'review.put_off': 'The review of the referral was put off',
    'review.told': 'An agency was told what the case review decided',
    'review.closed': 'A weekly review ended',
    'review_task.made': 'A review gave somebody something to do',
    'review_task.given': 'A task of a review was given to another owner',
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
/** The refusals of a case review that read otherwise. */
export const caseOpeningWords = catalog({
  en: {
    none_chosen: 'Choose at least one school.',
    too_many: 'One review goes through ten schools at most. Begin another one for the rest.',
    under_way: 'A case review of one of these schools is under way. Go on with that one, or end it first.',
    nothing_left:
      'Nobody is left to review: every student on these caseloads was reviewed this week, or there is none.',
  },
})
/** The refusals of a meeting about progress. */
export const progressOpeningWords = catalog({
  en: {
    none_chosen: 'Choose at least one school.',
    too_many: 'One meeting is about ten schools at most. Begin another one for the rest.',
    under_way:
      'A progress meeting of one of these schools is under way. Go on with that one, or end it first.',
    nothing_left: 'Nobody is in service at these schools.',
    nobody_chosen: 'Choose whom the meeting speaks of.',
    not_here:
      'Somebody you chose is not in service at these schools, or their family did not agree. Choose from the list.',
    too_many_students: 'One meeting speaks of 300 students at most.',
  },
})
/** The field each refusal of a line is about. */
export const markingFields = {
  visit_missing: 'visitSaid',
  no_visit_to_confirm: 'visitSaid',
  visit_is_booked: 'visitSaid',
  barriers_missing: 'barriersSaid',
  barriers_are_open: 'barriersSaid',
  measures_missing: 'measuresSaid',
  measures_not_updated: 'measuresSaid',
  decision_missing: 'decision',
  reason_missing: 'deferredBecause',
  task_missing: 'what',
  owner_missing: 'ownerId',
  owner_unknown: 'ownerId',
  due_missing: 'dueOn',
  due_in_the_past: 'dueOn',
  words_missing: 'words',
} as const satisfies Partial<Record<ObstacleToMarking, string>>
export const markingWords = catalog({
  en: {
    closed_already: closedAlready,
    yes_taken_back: 'The family took back its yes to care coordination. Put the student off.',
    visit_missing: 'Say how the next visit stands.',
    no_visit_to_confirm: 'No visit is booked. Say so, and decide who books one.',
    visit_is_booked: 'A visit is booked. Say whether it is confirmed.',
    barriers_missing: 'Say what stands in the way.',
    barriers_are_open: 'A barrier is open on the record. Say that it is watched, or clear it first.',
    measures_missing: 'Say how the agreed measures stand.',
    measures_not_updated: 'Nothing was said of the measures this week. Bring them up to date first.',
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
