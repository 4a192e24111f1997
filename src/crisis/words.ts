import { catalog } from '#platform/words.ts'
import type { IncidentState } from './lifecycle.ts'
import type { Blank } from './rules.ts'
import type { ObstacleToWriting } from './writing.ts'

/** What the trail says of this module. @drawn */
export const traceWords = catalog({
  en: {
    'crisis.opened': 'Crisis opened',
    'crisis.lead_told': 'Crisis lead told',
    'crisis.backup_told': 'Backup told, because nobody had answered in time',
    'crisis.told_again': 'Everybody told again, because nobody had answered',
    'crisis.acknowledged': 'Crisis lead answered',
    'crisis.described': 'Facts added to the incident',
    'crisis.student_named': 'Student named in the incident',
    'crisis.taken': 'Somebody else took the incident over',
    'crisis.asked_again': 'Whoever has the incident was asked again',
    'crisis.made_safe': 'Safety action done',
    'crisis.role_named': 'Role in the incident named',
    'crisis.rubric_run': 'Rubric run',
    'crisis.trained_asked': 'Somebody trained was asked to run the rubric',
    'crisis.response_called': 'Response called',
    'crisis.response_ended': 'What came of a response written down',
    'crisis.departure_explained': 'Departure from the escalation tree explained',
    'crisis.departure_reviewed': 'Departure from the escalation tree reviewed',
    'crisis.caregiver_told': 'Caregiver told',
    'crisis.caregiver_not_told': 'Caregiver not told, by an exception',
    'crisis.clinician_told': 'Clinician told, or none known',
    'crisis.agency_told': 'Agency that treats the student told, as the family agreed',
    'crisis.danger_said': 'Danger that others were told of written down',
    'crisis.report_checked': 'Duty to report looked at',
    'crisis.handed_over': 'Student handed over',
    'crisis.words_added': 'Words added to what was pressed without a network',
    'crisis.step_skipped': 'Step of the script left out',
    'crisis.closed': 'Incident closed',
    'crisis.ending_said': 'Said that the incident is no crisis of a student of this school',
    'crisis.ending_confirmed': 'A second person looked at that',
    'crisis.ended':
      'Incident ended as a mistake, of nobody named, as another school’s, or entered for another student',
    'crisis.another_student_said': 'Said that the incident is about another student',
    'crisis.carried_on': 'Incident goes on with another student than it was entered for',
    'crisis.answered_there': 'The other school has the incident that was passed on to it',
    'crisis.passed_on': 'Incident passed on to another school',
    'crisis.decided': 'Triage decision joined to the incident',
  },
})

/** What it says of the list of whom to call. @drawn */
export const contactTraceWords = catalog({
  en: {
    'crisis_contact.added': 'Somebody to call in a crisis added',
    'crisis_contact.checked': 'Number to call in a crisis checked',
    'crisis_contact.lead_checked': 'Work number of somebody who is told of a crisis checked',
    'crisis_contact.ended': 'Somebody to call in a crisis taken off the list',
  },
})

/** How an incident stands, for staff. @drawn */
export const stateWords = catalog({
  en: {
    open: 'Nobody has answered yet',
    acknowledged: 'A lead has it',
    closed: 'Closed',
  } satisfies Record<IncidentState, string>,
})

const messages = {
  school_missing: 'Choose the school where it happens.',
  school_unclear: 'Say which school is meant: the name is several schools’, or none’s.',
  not_told: 'You were not told of this incident, so there is nothing to answer. Follow it below.',
  already_acknowledged: 'You said already that you have it.',
  answered: 'Somebody has answered, so nobody else is told.',
  not_due: 'The person told last still has time to answer.',
  closed: 'This incident is closed.',
  nobody_in_a_drill: 'This is a drill: no student is in it, and none is named.',
  named_already:
    'Another student is named in this record already. Where it is the wrong one, put that right below.',
  another_school:
    'This student is enrolled at another school of the district. Check the name and the school.',
} as const
export type CrisisObstacle = keyof typeof messages

export const obstacleWords = catalog({ en: messages })

/** Why the list of whom to call cannot be changed so. */
export const contactWords = catalog({
  en: { stays: '911 and 988 stay on the list. Correct the number instead.' },
})

/** Each blank that keeps an incident open. */
export const blankWords = {
  student_blank: 'Who is it? The student is not named yet.',
  place_blank: 'Where was it, and on school premises or not?',
  known_by_blank: 'How did it become known?',
  safety_blank: 'What was done first to be safe? Or say why nothing was.',
  lead_silent: 'No lead has answered yet.',
  stays_blank: 'Who stays with the student?',
  tells_caregiver_blank: 'Who tells the caregiver?',
  writes_blank: 'Who writes it down?',
  plans_return_blank: 'Who plans the return to school?',
  rubric_blank: 'The rubric was not run. Or say why it was left out.',
  response_blank: 'Which response was called? Or say why none was.',
  result_blank: 'What came of each call?',
  departure_blank: 'A call was not what the level says. Say why, and who looks at it.',
  high_without_help: 'The result is high, and nobody from outside has come or talked with the student.',
  caregiver_blank: 'Was a caregiver told? Or by which exception not?',
  told_words_blank: 'A caregiver was pressed as told, or not, without a network. Who was it, or why?',
  clinician_blank: 'Was the clinician told who treats the student?',
  clinician_on_record: 'The record says who treats the student. Were they told?',
  report_blank: 'Look at the duty to report.',
  handover_blank: 'Where is the student now, and with whom?',
  handover_words_blank: 'The student was handed over without a network. To whom?',
  danger_blank: 'Others were told without consent. What was the danger?',
} satisfies Record<Blank, string>

/** Why something cannot be written down or closed so, and each blank that keeps an incident open. */
export const stepWords = catalog({
  en: {
    closed: 'This incident is closed.',
    written_meanwhile:
      'Somebody wrote this down a moment ago, and it stands below. Press again if it happened once more.',
    nobody_named: 'Choose somebody of the staff, or give a name.',
    sample_not_signed:
      'The district has not signed a crisis standard yet. Call by your own judgement, and leave the step out with that reason.',
    not_trained:
      'Your training to run the rubric is missing, or has ended. Ask somebody trained to run it; go on with everything else.',
    asked_already: 'Somebody trained was asked already, or the rubric was run.',
    questions_open: 'Answer each question. In doubt, choose further to the right.',
    high_stays:
      'The result is high. The student does not stay with the school alone: call help from outside first.',
    level_first:
      'Run the rubric first. Until the level is known the student does not stay with the school alone.',
    left_out_alone:
      'Nobody decides alone to leave this out. Choose who looks at it with you. A call to 911 waits for nothing.',
    reason_missing: 'This is not what the level says. Say why. A call to 911 is written down without it.',
    reviewer_missing: 'This is not what the level says. Choose who looks at it with you.',
    reviewer_is_you: 'Somebody else looks at it: choose another person.',
    reviewer_wrote_it: 'They wrote it down themselves. Somebody else looks at it: choose another person.',
    nothing_to_explain: 'This is what the level says, or it has its reason already.',
    not_your_review: 'Somebody else looks at this.',
    reviewed_already: 'This was looked at already.',
    told_whom_missing: 'Say who was told.',
    told_how_missing: 'Choose how they were told.',
    told_what_missing: 'Choose what it was about.',
    exception_incomplete: 'Choose the exception, and say why it holds here.',
    not_a_lead: 'A lead, school mental-health staff or the head of the school does this.',
    yours_already: 'You have this incident already.',
    taken_meanwhile: 'Somebody else has taken it over meanwhile.',
    ...blankWords,
    handed_to_missing: 'Say to whom, and with what they were told.',
    danger_short: 'Write what the danger was, to whom, and why it could not wait: at least 20 characters.',
    no_consent:
      'No consent lets an agency that treats the student hear this now. Choose the emergency, if it is one.',
  } satisfies Record<Blank | ObstacleToWriting | Refusal, string>,
})
type Refusal =
  | 'nobody_named'
  | 'sample_not_signed'
  | 'not_trained'
  | 'asked_already'
  | 'questions_open'
  | 'nothing_to_explain'
  | 'not_your_review'
  | 'reviewed_already'
  | 'told_whom_missing'
  | 'told_how_missing'
  | 'told_what_missing'
  | 'exception_incomplete'
  | 'handed_to_missing'
  | 'not_a_lead'
  | 'danger_short'
  | 'no_consent'
  | 'yours_already'
  | 'taken_meanwhile'
