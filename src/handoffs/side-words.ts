import { catalog } from '#platform/words.ts'

/** Words of the pages beside the handoff: contacts, corrections, the exception, moving a visit. */
export const sideWords = catalog({
  en: {
    exception_title: 'Could not finish today',
    exception_lead: 'From the moment you press it:',
    exception_will_1: 'The handoff is marked as an exception, with your reason',
    exception_will_2: 'The referral stays on your list, and what is owed to the family stays owed',
    exception_will_3: 'You can still complete the handoff later',
    exception_reason: 'What stood in the way?',
    exception_note: 'What happened, and what comes next?',
    exception_yes: 'Record the exception',
    exception_no: 'Back to the handoff',

    correct_title: 'Correct a time',
    correct_lead: 'Both values stay on record, with your name and the reason.',
    correct_field: 'Which time is wrong?',
    field_now: '{field}, {at}',
    correct_on: 'Right day',
    correct_at: 'Right time',
    correct_reason: 'Why is it changed?',
    correct_save: 'Correct the time',

    contacts_title: 'Contact log',
    contacts_of: 'Contact log: {student}',
    contact_form: 'Record a try',
    contact_when: 'When? Leave open for now.',
    contact_result: 'What came of it?',
    contact_next: 'Try again on',
    contact_next_hint: 'When nobody was reached, say when you try again.',
    contact_save: 'Record the try',
    contact_none: 'Nobody has tried to reach the family yet.',
    contact_line: '{mode}, {result}',
    contact_detail: '{who}{name}. {next}',
    contact_entered: 'Entered {at}.',
    contact_next_said: 'Next try {at}.',

    rebook_title: 'Move a visit',
    rebook_lead: '{kind} {at} stays on record. The new visit is linked to it.',
    rebook_save: 'Book the new time',
    back_to_handoff: 'Back to the handoff',
  },
})
