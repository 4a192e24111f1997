import { catalog } from '#platform/words.ts'

/** What the trail says of this module. @drawn */
export const traceWords = catalog({
  en: {
    'guest_link.begun': 'An agency is sent a link to a referral',
    'guest_link.handed_out': 'A link for an agency went into its message',
    'guest_link.sent': 'The message with the link for an agency was taken',
    'guest_link.not_sent': 'A link for an agency could not be sent',
    'guest_link.code_asked': 'A code was asked for at the link of an agency',
    'guest_link.code_out': 'A code for an agency went into its message',
    'guest_link.tried': 'A wrong code was given at the link of an agency',
    'guest_link.opened': 'Somebody at an agency came in by a link and a code',
    'guest_link.left': 'Somebody at an agency left the page of the link',
    'guest_link.closed': 'A link for an agency was ended',
    'person.phone_added': 'A phone was added for somebody at an agency',
  },
})

/** Why a link lets nobody in; no page says which of these it is. */
export const openingWords = catalog({ en: { over: 'This link is not open any more.' } })

/** Why no link is sent. */
export const sendingWords = catalog({
  en: {
    not_at_agency: 'No agency has this referral now.',
    no_contact: 'Nobody at this agency answers by link. Its page says who does.',
    gate_closed: 'The agreement with this agency is not in force.',
  },
})
export const withdrawingWords = catalog({ en: { has_ended: 'This link opens nothing any more.' } })

/** Why somebody cannot be registered. */
export const registeringWords = catalog({
  en: { address_known: 'Somebody of the district has this address already. Give another one.' },
})

/** Why no phone is added. */
export const addingPhoneWords = catalog({
  en: { has_phone: 'They have a phone already. Somebody with another one is added anew.' },
})

/** The page on which the district says who at an agency answers by link. */
export const contactWords = catalog({
  en: {
    title: 'Who answers by link',
    title_of: 'Who answers by link at {partner}',
    lead: 'They have no account. Each referral reaches them as a link, and a code lets them in for half an hour.',
    none: 'Nobody yet. People who have an account answer on their own page.',
    listed: 'People who answer by link',
    name: 'Name',
    link_to: 'The link goes to',
    code_to: 'The code goes to',
    no_phone: 'No phone: they are sent no link',
    phone_of: 'Mobile phone of {name}, for the code',
    phone_save: 'Add this phone',
    add: 'Add somebody',
    email: 'Email, for the link',
    phone: 'Mobile phone, for the code',
    phone_hint: 'The code goes there as a text, and never to the email: only who has both can answer.',
    save: 'Add',
    end_hint: 'Whoever leaves: end their assignment on their page. Their links close at once.',
  },
})

/** The page on which a school sees what links an agency was sent of one referral. */
export const linksWords = catalog({
  en: {
    title: 'The link for the agency',
    lead: 'Who has no account at {partner} answers from a link and a code.',
    none: 'No link was sent.',
    none_contacts: 'Nobody at {partner} answers by link.',
    send: 'Send a new link',
    send_hint: 'A new link ends the one before.',
    withdraw: 'Take the link back',
    withdraw_what: 'from {name}',
    asked_at: 'Sent for {at}.',
    crumb: 'Referral {number}',
    'is.sending': 'On its way.',
    'is.sent': 'Sent, not opened yet.',
    'is.not_sent': 'Not sent: their email, or the phone for the code, takes nothing.',
    'is.opened': 'Opened.',
    'is.ended': 'It ran out.',
    'is.over': 'It opens nothing: the agreement, the referral or the assignment it rests on has ended.',
    'is.replaced': 'Replaced by a newer link.',
    'is.withdrawn': 'Taken back.',
    'is.guessed': 'Ended: a wrong code was given too often.',
  },
})

/** The page a link leads to. It says of nobody and of no help: anybody may hold the phone. */
export const doorWords = catalog({
  en: {
    title: 'Is it you?',
    lead: 'This page is for one person. We text a code to your mobile phone; with it you go on.',
    ask: 'Send me the code',
    asked: 'If this link is open, a code is on its way. It works for {minutes} minutes.',
    code: 'Code',
    code_hint: 'Six numbers',
    go: 'Go on',
    again: 'Send another code',
    no: 'This is not the code, or the link is not open any more. Ask for another code, or call whoever sent it.',
    stays: 'The page stays open for {minutes} minutes. What you read there is covered by your agreement.',
    left: 'You have left the page',
    left_lead: 'Nothing of it is kept here. You can close this window.',
    over: 'This page is closed',
    over_lead: 'Use the link in your message again, or call whoever sent it.',
    done: 'Thank you. Your answer has arrived.',
    done_lead: 'You can close this window. The link in your message leads back here, with a new code.',
    back: 'Back to the referral',
    leave: 'Leave this page',
  },
})
