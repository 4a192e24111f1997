import type { Following, Step } from '#crisis/contract.ts'
import { catalog } from '#platform/words.ts'
import type { Answer, Ending } from './review.ts'

export const followingWords = catalog({
  en: {
    followed: 'Followed',
    not_followed: 'Not followed',
    not_documented: 'Not documented',
  } satisfies Record<Following, string>,
})
export const stepNames = catalog({
  en: {
    safety: 'Make it safe',
    lead: 'The lead answers',
    roles: 'Name four people',
    rubric: 'Run the rubric',
    response: 'Call what the level says',
    caregiver: 'Tell a caregiver',
    clinician: 'Tell the clinician who treats the student',
    report: 'Look at the duty to report',
    handover: 'Hand over',
    facts: 'Student and place',
  } satisfies Record<Step, string>,
})
export const endingWords = catalog({
  en: {
    done: 'It is done',
    not_needed: 'It is not needed any more',
    not_possible: 'It was not possible',
  } satisfies Record<Ending, string>,
})
export const answerWords = catalog({
  en: {
    taken_up: 'Taken up: the next version says so',
    stays_as_it_is: 'The standard stays as it is',
  } satisfies Record<Answer, string>,
})

/** Words of the pages after an incident. */
export const debriefWords = catalog({
  en: {
    title: 'Reviews of incidents',
    lead: 'After each incident somebody looks how the standard worked, and what can be better. Nobody is blamed.',
    one: 'Review of an incident',
    back: 'Crisis',
    incident: 'The incident',
    of_school: '{school}. Began {at}.',
    no_name: 'Student',
    owed_by: 'Owed by',
    due: 'Due',
    led_by: 'Led the incident',
    another: 'The standard asks for somebody else than who led it.',
    you_led: 'You led this incident, so somebody else writes the review. You may add what can be improved.',
    written: 'Written',
    written_by: '{name}, {at}',
    timeline: 'What happened',
    no_timeline: 'Nothing was written down.',
    steps: 'How each step went',
    steps_hint:
      'It begins with what the record says: what was written down, left out, or is nowhere. Change it where you know more.',
    step: 'Step',
    went: 'How it went',
    outcome: 'What came of it?',
    outcome_hint: 'Where the student is, and how the student and the family are. No diagnosis.',
    learned: 'What was learned?',
    learned_hint: 'What helped, what was missing, what was slow.',
    nothing: 'Nothing has to be improved',
    save: 'Finish the review',
    improve: 'What is improved',
    improve_none: 'Nothing yet.',
    improve_said_nothing: 'The review found nothing to improve.',
    improve_what: 'What is to be done?',
    improve_who: 'Who does it?',
    improve_due: 'By which day?',
    improve_save: 'Add it',
    improve_line: '{words} {name}, by {day}.',
    improve_ended: '{words} {name}. {outcome}.',
    improve_owed: 'Still to be improved',
    improve_one: 'Something to improve after an incident',
    improve_open: 'Open it',
    choose: 'Choose',
    change: 'Should the standard say something otherwise?',
    change_hint: 'Write of the standard alone: no student and no incident. Whoever governs it reads it.',
    change_what: 'What should it say?',
    change_save: 'Ask for it',
    change_menu: 'Changes to the crisis standard',
    change_standard: 'Crisis standard',
    change_all: 'What was asked of the standard',
    change_title: 'Changes asked of the crisis standard',
    change_lead:
      'Whoever reviews incidents asks here. What is taken up comes in force with the next version, once every agency has signed it.',
    change_none: 'Nothing was asked',
    change_none_hint: 'What a review finds the standard should say otherwise comes here.',
    change_asked: '{name}, {at}',
    change_answer: 'What becomes of it?',
    change_why: 'Why?',
    change_answer_save: 'Answer',
    change_answered: '{answer}. {reason} {name}, {at}.',
    change_count:
      '{waiting, plural, =0 {Nothing waits for an answer.} one {# waits for an answer.} other {# wait for an answer.}}',
    none: 'No incident was closed yet',
    none_hint: 'When one is closed, its review is owed and stands here.',
    when: 'Closed',
    where: 'School',
    who: 'Student',
    owner: 'Owed by',
    how: 'Review',
    late: 'Late: was due {day}',
    due_on: 'Due {day}',
    counted: 'How the steps were followed',
    counted_lead: 'Of {count, plural, one {# review} other {# reviews}} written in the last {days} days.',
    counted_none: 'No review was written in the last {days} days.',
    ending: 'How did it end?',
    ending_save: 'Save',
    ended_as: 'Ended',
    by_day: 'By',
    about: 'Learned from',
  },
})
