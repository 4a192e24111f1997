import { catalog } from '#platform/words.ts'
import type { MixUp } from '../another-student.ts'
import type { EndedAs } from '../incident.ts'

/** How an incident ended that was no crisis of a student of the school, for staff. */
export const endingKindWords = catalog({
  en: {
    opened_by_mistake: 'Opened by mistake: nobody was in danger',
    never_identified: 'Nobody could say who it was',
    belongs_elsewhere: 'It belongs to another school or district',
    another_student: 'It was entered for the wrong student',
  } satisfies Record<EndedAs, string>,
})

/** How an incident came to be entered for the wrong student. */
export const mixUpWords = catalog({
  en: {
    similar_name: 'Two students have the same or a similar name',
    misheard: 'The name was misheard',
    wrong_line: 'The wrong line of a list was chosen',
    taken_for: 'One student was taken for another',
    said_wrong: 'Whoever told of it named the wrong one',
  } satisfies Record<MixUp, string>,
})

/** Words of the ends an incident has beside being closed step by step. */
export const endingPageWords = catalog({
  en: {
    title: 'It was no crisis of a student of this school',
    hint: 'Whoever has the incident decides, and says why. What was written down stays.',
    mistake: 'It was opened by mistake',
    mistake_hint:
      'Nobody was in danger. Not after a level above low, or help from outside: then it is closed step by step.',
    mistake_why: 'How was it opened, and how do you know that nobody was in danger?',
    mistake_second: 'Who looks at it with you?',
    mistake_second_hint: 'Needed where something was written down already.',
    mistake_save: 'It was a mistake',
    unnamed: 'Nobody can say who it was',
    unnamed_hint: 'Everything else of the script is done first, and stays on the record.',
    unnamed_why: 'What was tried to find out who it was?',
    unnamed_save: 'End it without a name',
    pass: 'It belongs to another school of the district',
    pass_hint: 'It begins there, and their lead is told at once. You let go once they have answered.',
    pass_school: 'Which school?',
    pass_school_hint: 'Its name, or how it begins.',
    pass_why: 'What do they have to know?',
    pass_save: 'Pass it on',
    passed_waits: '{school} was told, and has not answered yet. Until then it is yours.',
    passed_answered: '{school} has it now.',
    let_go_why: 'What was agreed with them?',
    let_go_save: 'Let go of it',
    outside: 'It belongs to another district',
    outside_hint: 'Call them, and stay with the student until they have taken over.',
    outside_who: 'To whom was it handed over by phone?',
    outside_why: 'Why does it belong there?',
    outside_save: 'It was handed over',
    passed_on: 'Passed on to another school',
    came_from: 'Passed on by another school',
    waits: 'Whether it was a mistake waits for {name}. Until then it goes on.',
    asked: 'You were asked whether this was a mistake',
    asked_why: 'It was said: {reason}',
    asked_what: 'What did you find?',
    asked_words: 'How do you know?',
    asked_save: 'Say what you found',
    agreed: 'Nobody was in danger: it was a mistake',
    not_agreed: 'It was no mistake: it goes on',
    ended: '{how}. Ended {at}.',

    another: 'It is about another student',
    another_hint:
      'It goes on with the right one, with its times, steps and people. This record then says only that it was an error.',
    another_anew: 'The caregiver, the clinician and the duty to report are asked for anew.',
    another_find: 'Find the right student',
    another_none: 'No student called “{typed}” at your schools.',
    another_who: 'Who is it?',
    another_not_known: 'Nobody knows yet who it is',
    another_unknown: 'Where the name is not known',
    another_how: 'How did it come about?',
    another_save: 'Go on with this student',
    waits_another: 'Whether it is about another student waits for {name}. Until then it goes on here.',
    asked_another: 'You were asked whether this is about another student',
    another_right: 'It was said to be about {name}. {how}.',
    another_right_unknown: 'It was said that nobody knows yet who it is. {how}.',
    another_agreed: 'It is about another student',
    another_not_agreed: 'The student who is named is the right one',

    error_title: 'Entered for the wrong student',
    error_says:
      'What was written down goes on in a record of its own. Nothing of it is shown or counted here.',
    error_how: 'How it came about',
    error_by: 'Said by',
    error_second: 'Looked at by',
    error_ended: 'Ended',
    error_open: 'Open the incident where it goes on',
  },
})
