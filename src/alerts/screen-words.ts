import { catalog } from '#platform/words.ts'

export const alertWords = catalog({
  en: {
    title: 'Alerts',
    title_agency: 'Alerts with the school',
    number: 'Referral no. {number}',
    lead: 'School and agency tell each other when a student needs more support, by a word of a list, where the family agreed.',
    none: 'Nobody sent an alert yet',
    none_note: 'When something makes it hard for the student now, say so here.',
    caption: 'Alerts, the latest first',
    what: 'What makes it hard',
    way: 'Who told whom',
    from_school: 'School to {partner}',
    from_agency: '{partner} to school',
    school_to_you: 'School to you',
    you_to_school: 'You to school',
    when: 'Sent',
    stands: 'How it stands',
    has_it: '{name} has it, {when}',
    has_it_unnamed: 'Somebody has it, {when}',
    waits: 'Waits for an answer until {when}',
    past: 'Unanswered. The next people are told.',
    take: 'I have this',
    send: 'Send an alert',
    agency: 'To which agency?',
    about: 'What makes it hard?',
    send_it: 'Send it',
    no_agency: 'No agency has accepted this student, so there is nobody to tell.',
    note: 'There is no place for words here. When a student may be in danger, press Crisis.',
    note_agency:
      'There is no place for words here. When a student may be in danger, call the school lead, 988 or 911.',
  },
})
