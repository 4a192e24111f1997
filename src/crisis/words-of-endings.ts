import { catalog } from '#platform/words.ts'
import type { ObstacleToEnding, ObstacleToPassing } from './ending.ts'
import type { ObstacleToRighting } from './another-student.ts'
import type { Blank } from './rules.ts'
import { blankWords } from './words.ts'

/** Why an incident does not end so, or is not passed on. */
export const endingWords = catalog({
  en: {
    ...blankWords,
    closed: 'This incident is closed.',
    not_a_lead: 'Whoever has this incident, or a lead, decides this.',
    in_a_drill: 'This is a drill: complete it, or call it off.',
    was_danger:
      'The record says that there was danger, or that help from outside was called. Close it step by step.',
    came_from_triage:
      'A triage checklist or decision opened it: that is no mistaken press. Close it step by step.',
    second_missing: 'Something was recorded already. Choose who looks at it with you.',
    second_is_you: 'Somebody else looks at it: choose another person.',
    student_known: 'A student is named. Where it is the wrong one, put that right below first.',
    not_answered_there: 'Nobody at the other school has answered yet. Until then this record is yours.',
    to_whom_missing: 'Say to whom it was handed over by phone.',
    passed_on_already: 'It was passed on already.',
    school_elsewhere_missing: 'Choose another school of the district.',
    nobody_named_yet: 'No student is named yet: say who it is among the facts.',
    right_missing: 'Choose who it is, or say that nobody knows yet.',
    same_student: 'This student is the one who is named.',
    another_school:
      'This student is enrolled at another school of the district. Check the name and the school.',
    not_your_ending: 'Somebody else looks at this, or it was looked at already.',
  } satisfies Record<
    | Blank
    | ObstacleToEnding
    | ObstacleToPassing
    | ObstacleToRighting
    | 'closed'
    | 'not_a_lead'
    | 'not_your_ending',
    string
  >,
})
