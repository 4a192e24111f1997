import { catalog } from '#platform/words.ts'
import type { CrisisResponse } from '#standards/contract.ts'
import type { ContactKind } from '../contact.ts'

/** What the responses and levels of the standard are called in a crisis: short, to be read in a hurry. */
export const treeWords = catalog({
  en: {
    low: 'Low',
    moderate: 'Moderate',
    high: 'High',
    school_team: 'School team',
    crisis_line: '988, with the student',
    mobile_crisis: 'Mobile crisis team',
    stabilization: 'Crisis stabilization',
    emergency_services: 'Emergency services',
  } satisfies Record<CrisisResponse | 'low' | 'moderate' | 'high', string>,
})

/** Who answers at a contact. */
export const kindWords = catalog({
  en: {
    emergency: 'Emergency services',
    crisis_line: 'Crisis line',
    mobile_crisis: 'Mobile crisis team',
    stabilization: 'Crisis stabilization',
    emergency_department: 'Emergency department',
    other: 'Somebody else',
  } satisfies Record<ContactKind, string>,
})

/** The list of whom to call, and what is printed for when nothing else works. */
export const paperWords = catalog({
  en: {
    contacts: 'Whom to call in a crisis',
    contacts_lead:
      'These numbers stand on every crisis page and on the printed card. Call each one now and then, and say here that it is right.',
    who: 'Who',
    number: 'Number',
    hours: 'When somebody answers',
    any_hour: 'At any hour',
    where: 'Where',
    every_school: 'Every school',
    checked: 'Checked',
    checked_on: '{day}, {name}',
    checked_never: 'Nobody has called this number to check it.',
    checked_late: 'Checked {day}, longer ago than {days} days',
    checked_within: 'Each number is called at least every {days} days to make sure that it is right.',
    missing: 'Nobody could be called for: {responses}. The crisis standard names each of them.',
    check: 'Check {name}',
    check_hint: 'Leave it empty for at any hour.',
    check_do: 'I called, and it is right',
    end: 'Take it off the list',
    add: 'Add somebody to call',
    kind: 'Who answers?',
    name: 'Name on the button',
    note: 'When to call them?',
    note_es: 'The same in Spanish',
    add_do: 'Add it',
    at_school: 'For which school?',

    papers: 'On paper, for when nothing else works',
    card: 'Contact card',
    script: 'Crisis script',
    form: 'Crisis form',
    print: 'Print this page. It fits on one sheet.',
    school_of: '{school}',
    no_school: 'Any school',
    choose_school: 'With the people of {school}',
    first: 'Danger now: call 911 first. Write afterwards.',
    leads: 'Crisis lead and who stands in',
    no_leads: 'Choose a school to print the names of its leads.',
    printed: 'Printed {day}. Standard version {version}.',
    sample: 'Sample: not approved for use',
    step_safe: 'Make it safe',
    step_lead: 'Tell the lead',
    step_lead_how: 'Call. If nobody answers within {limit}, call the next one.',
    step_lead_now: 'Call. If nobody answers at once, call the next one.',
    step_roles: 'Name four people',
    step_roles_how: 'Who stays with the student, who calls the caregiver, who writes, who plans the return.',
    step_rubric: 'Go through the questions',
    step_response: 'Call what the level says',
    step_caregiver: 'Tell a caregiver',
    step_clinician: 'Tell the clinician who treats the student',
    step_clinician_how: 'Where the family agreed, or in an emergency. Only what they need.',
    step_report: 'Look at the duty to report',
    step_handover: 'Hand over',
    step_handover_how: 'To whom, when, and with what they were told.',
    step_later: 'Write it into Throughline with the times it happened.',
    form_lead:
      'Fill in what you know. Times are when it happened. It is written into Throughline afterwards.',
    box_student: 'Student',
    box_where: 'School, place',
    box_began: 'Date and time it began',
    box_by: 'Filled in by',
    box_later: 'Who did what, and when',
    box_what: 'What',
    box_level: 'Level: low, moderate, high',
    box_response: 'Called: whom, when, what came of it',
    box_caregiver: 'Caregiver told: who, how; or why not',
    box_clinician: 'Clinician told, or none known',
    box_report: 'Duty to report looked at',
    box_handover: 'Handed over to',
    role_stays: 'Stays with the student',
    role_caregiver: 'Calls the caregiver',
    role_writes: 'Writes it down',
    role_return: 'Plans the return',
  },
})
