import { catalog } from '#platform/words.ts'
import type { ReturnState } from './lifecycle.ts'
import type { ContactOutcome, Followed } from './plan.ts'
import type { Stands } from './rules.ts'

/** How a plan stands, for staff. @drawn */
export const stateWords = catalog({
  en: {
    due: 'To be agreed on',
    agreed: 'Agreed on',
    returned: 'Back at school',
    stable: 'Stable',
    not_needed: 'Not needed',
  } satisfies Record<ReturnState, string>,
})
export const followedWords = catalog({
  en: {
    caregiver: 'Call the family after the crisis',
    student: 'Talk with the student after the crisis',
    provider: 'Ask the provider after the crisis',
  } satisfies Record<Followed, string>,
})
export const contactOutcomeWords = catalog({
  en: {
    reached: 'We talked',
    not_reached: 'Nobody was reached',
    not_needed: 'It is not needed',
  } satisfies Record<ContactOutcome, string>,
})
export const standsWords = catalog({
  en: {
    coming: 'Not there yet',
    held: 'It held',
    not_held: 'It did not hold',
    no_data: 'No data on days missed',
  } satisfies Record<Stands, string>,
})

/** Words of the pages about coming back to school. */
export const returnWords = catalog({
  en: {
    title: 'Back to school',
    lead: 'After a crisis a student is followed here until it holds: the plan, the day of the return, and who gets in touch.',
    late_count: '{late, plural, =0 {Nothing is late.} one {# is late.} other {# are late.}}',
    none: 'Nobody comes back from a crisis right now',
    none_hint: 'When an incident is closed, what is owed afterwards stands here.',
    one: 'Back to school',
    of_school: '{school}.',
    incident: 'The incident',
    who: 'Student',
    where: 'School',
    stands: 'How it stands',
    owner: 'Who',
    next: 'Next thing due',
    plans: 'Plans',
    contacts: 'Who is to be contacted',
    contacts_note: 'The next contact is planned by itself until the return is stable.',
    contacts_none: 'Nobody is to be contacted right now.',
    contact_one: 'A contact after a crisis',
    contact_open: 'Open it',
    contact_line: '{what}: {name}, {due}.',
    contact_ended: '{what}: {name}, {at}. {outcome}.',
    contact_result: 'What came of it?',
    contact_words: 'What was heard?',
    contact_words_hint: 'How the student is, and what is needed. No diagnosis.',
    contact_save: 'Save',
    due: 'Due',
    plan: 'The plan',
    plan_open: 'Open the plan',
    return_on: 'Which day does the student come back?',
    meeting_on: 'The meeting before: which day?',
    meeting_time: 'At what time?',
    attendees: 'Who comes to the meeting?',
    attendees_hint: 'The student, the family, the named adult, the provider if the family wants.',
    supports: 'What helps the student at school?',
    nextVisit: 'When is the next appointment with a clinician?',
    nextVisit_hint: 'Day and place, as the family said. Or why there is none.',
    checkIns: 'Who checks in with the student, and how often?',
    ifRiskRises: 'What happens if risk rises?',
    suicideThreat: 'Was it a threat of suicide?',
    yes: 'Yes',
    no: 'No',
    steps: 'Before the student comes back, as agreed jointly',
    steps_hint: 'After a threat of suicide each of these is done first.',
    save: 'Save what is known',
    agree: 'The plan is agreed on',
    aside: 'No plan is needed',
    aside_why: 'Why not?',
    aside_save: 'No plan is needed',
    aside_because: 'No plan was needed: {because}',
    back_on: 'Which day did the student come back?',
    back_save: 'The student is back',
    back_since: 'Back since {day}.',
    stability: 'Whether it holds',
    stability_lead:
      'It holds with no more days missed than before, no exclusion and no further crisis on record.',
    window: 'After',
    window_days: '{days} days ({day})',
    missed: 'Days missed',
    missed_of: '{missed}, before it {before}',
    exclusions: 'Exclusions',
    urgent: 'Further crises',
    so: 'So far',
    look: 'How does it stand?',
    look_stable: 'It is stable. Nothing more is owed.',
    look_goes_on: 'It goes on. Look again at the next day.',
    look_no_data:
      'No file with days missed covers these days. Look them up at school before you call it stable.',
    look_save: 'Save',
    look_not_yet: 'It can be called stable once the last window has passed and held.',
    sheet: 'What teachers have to know',
    sheet_note:
      'They read this, the name of the student and whom to ask. Nothing of what happened, and nothing else.',
    sheet_words: 'What helps in class?',
    sheet_contact: 'Whom do they ask?',
    sheet_readers: 'Who has to know?',
    sheet_save: 'Give it to them',
    sheet_given: '{name} reads: {words} To ask: {contact}.',
    choose: 'Choose',
    sheets: 'Students who come back',
    sheets_menu: 'Students who come back',
    sheets_lead: 'What helps in class. Keep it to yourself, and ask whoever is named here.',
    sheets_none: 'Nobody comes back to your classes right now',
    sheets_none_hint: 'When somebody does, what helps and whom to ask stands here.',
    sheets_ask: 'To ask: {name}',
    sheets_given: 'Given {at}',
    print: 'Print this page and hand it over in person.',
    ended: 'Ended {at}.',
  },
})
