import type { AddressReason } from './rules.ts'
import type { LossReason } from './second-step.ts'
import { catalog } from '#platform/words.ts'

/** What the pages about people with access say. */
export const peopleWords = catalog({
  en: {
    people: 'People with access',
    people_lead: 'Who can sign in, and as what. Rights belong to an assignment, between two days.',
    people_caption: 'By name, those who left last',
    people_none: 'Nobody is found.',
    people_none_note: 'Type another part of the name or address.',
    more: 'Only the first {limit} are shown. Type a part of the name or address to find others.',
    find: 'Name or address',
    head_name: 'Name',
    head_as: 'As',
    head_sign_in: 'Sign-in',
    nothing_held: 'Nothing now',
    signs_in: 'Can sign in',
    not_yet: 'Has not signed in yet',
    left: 'Left {day}',
    address: 'Address',
    no_address: 'None on record',
    agency: 'Agency',
    assignments: 'Assignments',
    assignments_caption: 'In force first',
    assignments_none: 'No assignment is on record.',
    head_role: 'Role',
    head_where: 'Where',
    head_employer: 'Employed by',
    head_from: 'From',
    head_until: 'Until',
    every_school: 'Every school',
    open_end: 'No end set',
    ended: 'Ended {day}',
    head_end: 'End',
    end: 'End',
    left_work: 'See the work that waits until somebody takes it over',
    invite: 'Send an invitation',
    invite_lead:
      'A link by mail that works once, within 30 minutes. An older one stops working. Who has left gets none.',
    address_change: 'Change the address',
    address_question: 'Change the address of {name}',
    address_now: 'On record now: {email}',
    address_lead: 'Do this only after you made sure who it is. From the moment you press it:',
    address_will_sign_in: 'they sign in with the new address, and the one before does not sign in any more',
    address_will_sessions: 'they are signed out everywhere, and links that were sent to them stop working',
    address_will_told: 'both addresses are told that it was changed, and nothing else',
    address_will_proofs: 'their password and their second step stay as they are',
    address_next: 'New email address',
    address_check: 'How did you make sure who it is?',
    address_because: 'Why does it change?',
    address_yes: 'Change the address',
    address_no: 'Keep the address',
    lost_step: 'They lost their second step',
    lost_question: 'Has {name} lost every second step?',
    lost_lead:
      'Only when the app, the codes and every passkey are out of reach. Make sure who it is, as at first. Once you ask:',
    lost_will_told: 'they hear at their address that it was asked, and nothing else changes yet',
    lost_will_second: 'somebody else who gives sign-ins confirms it within three days',
    lost_will_gone: 'then the app, the codes and the passkeys open nothing any more, and they are signed out',
    lost_will_link: 'and a link by mail, with their password, lets them set up a new one within 30 minutes',
    lost_because: 'Why is it out of reach?',
    lost_ask: 'Ask for it',
    lost_keep: 'Leave it as it is',
    lost_waits: '{name} asked for this {day}: {because}. Who it is was made sure like this: {check}.',
    lost_own: 'Another person confirms it. You cannot, because you asked.',
    lost_confirm_lead: 'Ask whoever asked, and be as sure as they are. From the moment you confirm it:',
    lost_confirm: 'Confirm that it is lost',
    lost_waiting: 'It waits for a second person that their second step is removed.',
    lost_list: 'They lost their second step. A second person confirms it:',
    lost_look: 'Look at it',
    end_access: 'End access',
    end_question: 'End access of {name}?',
    end_lead: 'From the moment you press it:',
    end_will_assignments: 'every assignment ends, and the next page they open is refused',
    end_will_sessions: 'they are signed out everywhere, and tokens of their machines stop working',
    end_will_links: 'links that were sent to them do not work any more',
    end_will_stays: 'what they did stays on record, and work they hold waits until somebody takes it over',
    end_yes: 'End access',
    end_no: 'Keep access',
  },
})

/** Why an address was changed, as whoever changed it said. */
export const addressReasonWords = catalog({
  en: {
    mailbox_lost: 'They do not reach the mailbox any more',
    name_changed: 'Their name or employer changed',
    typed_wrong: 'It was typed wrong',
    read_by_others: 'Somebody else may read that mailbox',
  } satisfies Record<AddressReason, string>,
})

/** Why a second step was out of reach, as whoever asked said. */
export const lossWords = catalog({
  en: {
    device_lost: 'The device is lost or stolen',
    device_broken: 'The device is broken',
    device_changed: 'They have another device, and the one before is gone',
  } satisfies Record<LossReason, string>,
})
