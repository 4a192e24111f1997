import type { Training } from '#access/trainings.ts'
import { catalog } from '#platform/words.ts'
import type { ObstacleToRecording } from './rules.ts'
import type { SessionTopic } from './training.ts'

/** What the trail says of this module. @drawn */
export const traceWords = catalog({
  en: {
    'training.published': 'A version of a required training was published',
    'training.completed': 'A training of somebody was recorded',
    'training.taken_back': 'A training that was written down wrongly was taken back',
    'training_session.recorded': 'A session with students was recorded',
    'training_session.taken_back': 'A session that was written down wrongly was taken back',
  },
})

/** What each training is for. */
export const trainingWords = catalog({
  en: {
    rubric: 'Run the rubric in a crisis',
    triage: 'Decide in triage',
    records: 'Read records of students',
  } satisfies Record<Training, string>,
})

export const sessionWords = catalog({
  en: {
    asking_for_help: 'How to ask for help, and tell of a worry',
    in_a_crisis: 'What to do when somebody is in danger',
  } satisfies Record<SessionTopic, string>,
})

export const standingWords = catalog({
  en: {
    never: 'No training yet',
    lapsed: 'Ended {day}',
    soon: 'Ends {day}',
    holds: 'Holds until {day}',
  },
})

export const recordingWords = catalog({
  en: {
    not_required: 'The district requires no such training yet.',
    trained_ahead: 'Give today or a day before.',
    nobody: 'Mark who was trained.',
    yourself: 'Somebody else records your own training.',
    unknown_person: 'Choose people from the list.',
  } satisfies Record<ObstacleToRecording, string>,
})

export const sessionObstacles = catalog({
  en: {
    held_ahead: 'Give today or a day before.',
    more_than_invited: 'Not more than were invited.',
    grade_unknown: 'Choose a grade from the list.',
  },
})

export const takingBackWords = catalog({ en: { taken_back_already: 'It was taken back already.' } })

export const publishingWords = catalog({
  en: {
    in_the_past: 'A version begins today or later.',
    before_the_last: 'A later version is planned already. Begin on its day or after it.',
    too_many_lines: 'Use at most 20 lines.',
    too_long_a_line: 'Use at most 300 characters on a line.',
  },
})
