import { catalog } from '#platform/words.ts'
import type { Ending } from '../incident.ts'

/** How an incident ended that was no crisis of a student of the school, for staff. */
export const endingKindWords = catalog({
  en: {
    opened_by_mistake: 'Opened by mistake: nobody was in danger',
    never_identified: 'Nobody could say who it was',
    belongs_elsewhere: 'It belongs to another school or district',
  } satisfies Record<Ending, string>,
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
  },
})
