import { catalog } from '#platform/words.ts'
import type { Excuse, Lesson, Observed, TimeKind } from './class-time.ts'
import type { ObstacleToAgreeing } from './rules.ts'
import type { ObstacleToLogging, Purpose } from './school-visit.ts'

/** What the trail says of this module. @drawn */
export const traceWords = catalog({
  en: {
    'class_time.agreed': 'A time of class was agreed on',
    'class_time.ended': 'A time of class holds no more',
    'class_time.cut_into': 'A visit was booked in a time of class, with a reason',
    'class_observation.told': 'A teacher told what was seen of schoolwork',
    'school_visit.logged': 'An agency came to the school for the student',
  },
})

export const agreeingWords = catalog({
  en: {
    until_before_from: 'Give an end after the beginning.',
    teacher_unknown: 'Choose a teacher of the school.',
    agency_unknown: 'Choose an agency that serves the student.',
    agreed_already: 'Something is agreed for a part of this time already. End that first.',
  } satisfies Record<ObstacleToAgreeing, string>,
})
export const tellingWords = catalog({
  en: {
    nothing_noticed: 'Choose what you saw.',
    not_yet: 'Give today or a day before.',
    stays_at_school:
      'This cannot be passed on now. It stays at school: tell whoever cares for students there.',
  },
})

export const loggingWords = catalog({
  en: {
    not_yet: 'Give today or a day before.',
    not_shared:
      'The family had not agreed on that day that this agency hears what is seen at school. Without that yes it does not come for a student by name.',
    not_agreed: 'The agreement with this agency does not let it know what is seen at school.',
    logged_already: 'This visit is logged already.',
  } satisfies Record<ObstacleToLogging, string>,
})
export const purposeWords = catalog({
  en: {
    observe_class: 'Observed the student in class',
    observe_break: 'Observed the student outside class',
    meet_teachers: 'Met teachers about the student',
    meet_care_team: 'Met the care team about the student',
  } satisfies Record<Purpose, string>,
})

/** Why a visit lies in a time of class, for whoever books one. */
export const excuseWords = catalog({
  en: {
    only_time: 'No other time is offered',
    family_asks: 'The family asks for this time',
    teacher_agrees: 'The teacher agrees this once',
    urgent: 'It cannot wait',
  } satisfies Record<Excuse, string>,
})
export const kindWords = catalog({
  en: { in_class: 'Has to be in class', pull_out: 'Pulling out suits' } satisfies Record<TimeKind, string>,
})
export const lessonWords = catalog({
  en: {
    reading: 'Reading',
    math: 'Math',
    science: 'Science',
    test: 'Tests',
    support: 'Support in class',
    other: 'Something else',
  } satisfies Record<Lesson, string>,
})
const weekdayWords = catalog({
  en: { day1: 'Monday', day2: 'Tuesday', day3: 'Wednesday', day4: 'Thursday', day5: 'Friday' },
})
const weekday = weekdayWords()
/** A day of the school week. @param day Monday is 1 */
export const weekdayName = (day: number): string => weekday(`day${day}` as 'day1')
export const observedWords = catalog({
  en: {
    work_missing: 'Work is missing',
    work_done: 'Work is done again',
    attention_short: 'Attention holds for a short time',
    attention_longer: 'Attention holds longer than before',
    joins_in: 'Joins in',
    withdraws: 'Keeps apart',
    tired: 'Is tired',
    late_to_class: 'Comes late to class',
    asks_for_help: 'Asks for help',
    upset_in_class: 'Was upset in class',
    calmer_in_class: 'Is calmer in class',
  } satisfies Record<Observed, string>,
})
