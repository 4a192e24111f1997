import { catalog } from '#platform/words.ts'
import type { ObstacleToReminding } from './reminder-rules.ts'

/** Why a reminder cannot be written down like this, and what clears it. */
export const reminderObstacleWords = catalog({
  en: {
    minor_consented:
      'The student agreed to this alone. Do not contact a caregiver about it: remind the student.',
    not_a_caregiver:
      'This person is not on record as caring for the student now. Choose somebody from the list.',
    not_happened_yet: 'This lies ahead. Give the time it happened.',
    before_booking: 'This lies before the visit was booked. Give a time after it.',
    visit_begun: 'The visit has begun. If you reminded them before it, give that time.',
    visit_off: 'The visit was held, moved or cancelled. If you reminded them before that, give that time.',
  } satisfies Record<ObstacleToReminding, string>,
})

/** Words of the reminder's page. */
export const reminderWords = catalog({
  en: {
    title: 'Remind the family',
    back: 'The referral',
    about: '{kind} {at}.',
    do_log: 'Record another try',
    find_time: 'Find a new time',
    whom: 'Whom do you remind?',
    'whom.student': '{student} (student)',
    rule_said: '{rule}.',
    hours_said: 'Reach them {hours}.',
    channel: 'How?',
    language: 'Language',
    another_moment: 'It was not just now',
    day: 'Day',
    time: 'Time',
    answer: 'What came of it?',
    answer_hint: 'One press records it. Only what stands here is kept.',
    tries: 'Tries',
    tries_none: 'Nobody has reminded the family yet.',
    try_line: '{channel}: {answer}',
    try_detail: '{whom}, {language}. {name}.',
    sent_by_itself: 'Sent by itself',
    entered: 'Entered {at}.',
  },
})
