import { catalog } from '#platform/words.ts'
import type { ReminderChannel, ReminderReply } from './reminder.ts'

/** How a reminder goes out, and what came of it. */
export const reminderCodeWords = catalog({
  en: {
    phone: 'By phone',
    text: 'By text',
    email: 'By email',
    in_person: 'In person',
    letter: 'By letter',
    family_page: 'On their own page',
    confirmed: 'They will come',
    asks_to_reschedule: 'They ask for another time',
    cannot_come: 'They cannot come',
    no_reply: 'It arrived, no reply',
    not_delivered: 'It did not arrive',
  } satisfies Record<ReminderChannel | 'family_page' | ReminderReply | 'not_delivered', string>,
})

/** How a reminder stands, in a line beside its visit. */
export const reminderStandsWords = catalog({
  en: {
    owed: 'Remind the family by {at}.',
    move_asked: 'The family asks for another time. They said so {at}.',
    delivered: 'Reminded {at}: {reply}.',
    off: 'No reminder is owed.',
    record: 'Record the reminder',
    see: 'See the reminder',
  },
})
