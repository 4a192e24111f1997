import { catalog } from '#platform/words.ts'

/** What is said of a student whom school holds: support at school, or a crisis. */
export const careWords = catalog({
  en: {
    holds_support: '{name}, at school',
    holds_crisis: '{name} leads the crisis',
    clinician_since: 'Named clinician of the support since {day}.',
    runs_since: 'Runs the support since {day}. At high risk a clinician is named.',
    answered: 'Answered {day}, {time}.',
    consent_support: 'None needed: nothing goes to an agency',
    consent_crisis: 'Not asked: help comes first',
    asked_before_sending: 'Before a referral is sent, the family is asked.',
    shares_support: 'Nothing leaves the school',
    shares_crisis: 'Only what those who help need',
    who_sees: 'Who sees what',
    review_on: 'Review of the support {day}',
    review_by: 'At school, by {name}.',
    missing_responsibility_support: 'High risk, and no clinician is named',
    missing_responsibility_crisis: 'Nobody has answered the call yet',
    missing_next_visit_support: 'The review is past its day',
    missing_next_visit_crisis: 'No check-in is set yet',
    open_support: 'Open the support',
    open_crisis: 'Open the crisis',
    next_support: 'Next: review the support at school',
    next_crisis_answer: 'Next: a lead answers the crisis',
    next_crisis_check: 'Next: set the return to school',
  },
})
