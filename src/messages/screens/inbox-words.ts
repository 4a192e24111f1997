import { catalog } from '#platform/words.ts'

export const inboxWords = catalog({
  en: {
    title: 'Messages',
    menu: 'Messages',
    lead: 'What you were told. Mails and texts only say that something is here.',
    waits:
      '{count, plural, =0 {Nothing waits for you today.} one {1 thing waits for you today.} other {# things wait for you today.}}',
    due: '{due, plural, =0 {} one {1 of them is due today.} other {# of them are due today.}}',
    today: 'Open Today',
    settings: 'How you are written to',
    log: 'What went out and what did not',
    shown: 'Shown',
    unread: 'Not read',
    all: 'All',
    none_unread: 'There is nothing you have not read.',
    none_all: 'You were told nothing yet.',
    when: 'When',
    what: 'What',
    state: 'State',
    open: 'Open it',
    read: 'Mark as read',
    read_at: 'Read {at}',
    about: 'about: {what}',
  },
})
