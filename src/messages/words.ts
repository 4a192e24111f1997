import { catalog } from '#platform/words.ts'
import type { PauseReason } from './choice.ts'
import type { Ending, MessageKind } from './message.ts'

/** What the trail can say about messages. @drawn */
export const traceWords = catalog({
  en: {
    'message.made': 'A message was made',
    'message.held': 'A message waits until it may go out',
    'message.handed_over': 'A message was handed over',
    'message.sent': 'A message was taken by whoever carries it',
    'message.failed': 'A message was not taken',
    'message.ended': 'A message ended unsent',
    'message.arrived': 'A text arrived',
    'message.not_arrived': 'A text did not arrive',
    'undelivered.told': 'Somebody else was told of a message that did not arrive',
    'message.sent_again': 'A message that was set apart is tried again',
    'message_choice.changed': 'Somebody chose how they are written to',
    'caregiver.messages_changed': 'What a caregiver agreed to about messages was changed',
    'texts.stopped': 'Somebody answered STOP to a text',
    'texts.started': 'Somebody answered START to a text',
  },
})

/** Why nothing is done about a message now. */
export const tryWords = catalog({
  en: {
    has_ended: 'This message has ended.',
    not_due: 'This message is not to be looked at yet.',
    tried_now: 'Somebody is handing this message over.',
  },
})
export const dueWords = catalog({ en: { nothing_due: 'Nothing is due now.' } })
export const statusWords = catalog({
  en: { known_already: 'This is known already.', no_text: 'This message did not go out as a text.' },
})

/** How a message ended, for staff. */
export const endingWords = catalog({
  en: {
    sent: 'Sent',
    not_needed: 'Not needed any more',
    too_late: 'Not sent: it would have come too late',
    set_apart: 'Set apart: nobody took it',
    no_address: 'Not sent: there is no address to send it to',
    no_language: 'Not sent: messages do not speak the language of this family',
    not_agreed: 'Not sent: this family did not agree to messages',
    do_not_contact: 'Not sent: this person is not to be contacted',
    call_only: 'Not sent: this person is to be called',
    hours_in_words: 'Not sent: when it is safe to write is not set as times',
    kept_away: 'Not sent: this person is kept from the student, or cares for the student no more',
    student_alone: 'Not sent: the student agreed to this care alone',
    stopped: 'Not sent: STOP was answered from this phone',
    not_neutral: 'Not sent: its words would have said too much',
  } satisfies Record<Ending, string>,
})

export const kindWords = catalog({
  en: {
    alert: 'Alert',
    link: 'Link for a family',
    guest_link: 'Link for an agency',
    guest_code: 'Code for an agency',
    digest: 'Digest of the day',
    reminder: 'Reminder of a visit',
  } satisfies Record<MessageKind, string>,
})

export const pauseWords = catalog({
  en: {
    family_asked: 'The family asked for it',
    safety: 'It would not be safe now',
    away: 'They are away',
    own_choice: 'Their own choice',
  } satisfies Record<PauseReason, string>,
})

/** Why a choice cannot be kept like this. */
export const choosingWords = catalog({
  en: {
    hours_half: 'Give both times, or neither.',
    hours_same: 'Give two different times.',
    hours_never: 'Between these times nothing goes out in this district. Choose others.',
    pause_past: 'Give a day ahead.',
    pause_far: 'Give a day within a year.',
    reason_missing: 'Say why nothing is sent until then.',
    no_phone: 'There is no phone that takes texts. Give a number with its area first.',
    no_email: 'There is no email address. Give one first.',
    not_to_contact: 'This person is not to be contacted.',
    calls_only: 'This person is to be called. Change how they are reached first.',
  },
})
export const againWords = catalog({
  en: { not_apart: 'Only a message that was set apart can be tried again.' },
})
