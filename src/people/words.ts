import type { RosterState } from './lifecycle.ts'
import { catalog } from '#platform/words.ts'
import type { ObstacleToReaching } from './rules.ts'
import type { Authority, ContactRule, Relationship } from './student.ts'

/** Why a way to reach somebody cannot stand. */
export const reachingWords = catalog({
  en: {
    phone_missing:
      'This rule speaks of calls or texts, and there is no phone number. Add one, or choose another rule.',
  } satisfies Record<ObstacleToReaching, string>,
})

export const relationshipWords = catalog({
  en: {
    mother: 'Mother',
    father: 'Father',
    parent: 'Parent',
    guardian: 'Guardian',
    grandparent: 'Grandparent',
    foster_parent: 'Foster parent',
    relative: 'Relative',
    other: 'Other',
  } satisfies Record<Relationship, string>,
  es: {
    mother: 'Madre',
    father: 'Padre',
    parent: 'Madre o padre',
    guardian: 'Tutor o tutora',
    grandparent: 'Abuela o abuelo',
    foster_parent: 'Familia de acogida',
    relative: 'Familiar',
    other: 'Otra persona',
  } satisfies Record<Relationship, string>,
})

export const authorityWords = catalog({
  en: {
    may_consent: 'May consent',
    may_not_consent: 'May not consent',
    unknown: 'Not checked yet',
  } satisfies Record<Authority, string>,
})

/** How a caregiver may be reached safely. */
export const contactRuleWords = catalog({
  en: {
    any: 'Any way',
    no_voicemail: 'Leave no voicemail',
    text_first: 'Text first',
    call_only: 'Call only',
    do_not_contact: 'Do not contact',
  } satisfies Record<ContactRule, string>,
  es: {
    any: 'De cualquier manera',
    no_voicemail: 'Sin mensajes de voz',
    text_first: 'Primero un mensaje de texto',
    call_only: 'Solo llamadas',
    do_not_contact: 'No contactar',
  } satisfies Record<ContactRule, string>,
})

/** Why a roster cannot go on from where it is. */
export const rosterWords = catalog({
  en: {
    not_previewed:
      'This roster waits for nobody: it was applied, discarded or refused, or is still being read.',
    ending_unconfirmed:
      'Many students would leave. Type how many, so that it is sure this is the file you mean.',
    ending_differs: 'That is not how many would leave. Look at the preview again, and at the file.',
    moved_on: 'This roster moved on while it was worked on, so nothing was done twice.',
  },
})

/** What the trail says of this module. @drawn */
export const traceWords = catalog({
  en: {
    'access.blocked': 'Somebody was kept away from the records',
    'access.unblocked': 'Somebody may see the records again',
    'access.block_confirmed': 'It was looked at whom a conflict keeps away, and kept',
    'person.compared_with_families': 'An address at work was compared with those of families',
    'opening.begun': 'Somebody broke the glass to read the records',
    'opening.ended': 'The records were closed again before the time was over',
    'opening.reviewed': 'Breaking the glass was reviewed',
    'opening.escalated': 'The district head was told that a review is late',
    'family_sign_in.given': 'Somebody of the family was given a sign-in',
    'family_link.begun': 'A link was begun for a caregiver',
    'family_link.handed_out': 'A link was handed over to be sent',
    'family_link.sent': 'A link was sent to a caregiver',
    'family_link.not_sent': 'A link could not be sent',
    'family_link.tried': 'What was given with a link did not fit',
    'family_link.opened': 'A caregiver came in by a link',
    'family_link.left': 'A caregiver left the page of a link',
    'family_link.closed': 'A link ended',
    'family_sign_in.ended': 'A sign-in of the family was ended',
    'student.updated': 'Details updated',
    'caregiver.updated': 'Caregiver details updated',
    'contact.protected': 'A contact was marked as protected',
    'contact.protected_changed': 'A protected contact was changed',
    'contact.protection_ended': 'The protection of a contact ended',
    'caregiver.added': 'Caregiver added',
    'guardianship.updated': 'Who cares for the student was updated',
    'guardianship.added': 'Caregiver added to the student',
    'student.added_by_roster': 'Added from the roster',
    'student.changed_by_roster': 'Changed by the roster',
    'student.left_by_roster': 'Left, as the roster says',
    'caregiver.added_by_roster': 'Caregiver added from the roster',
    'caregiver.changed_by_roster': 'Caregiver changed by the roster',
    'person.address_set': 'Where an invitation goes was set',
    'person.added_by_roster': 'Staff added from the roster',
    'person.changed_by_roster': 'Staff changed by the roster',
    'person.shown': 'Name shown to an agency on its referral',
    'school.added_by_roster': 'School added from the roster',
    'school.changed_by_roster': 'School changed by the roster',
    'roster.received': 'Roster file received',
    'roster.previewed': 'Roster previewed',
    'roster.refused': 'Roster refused',
    'roster.applying': 'Roster being applied',
    'roster.applied': 'Roster applied',
    'roster.discarded': 'Roster discarded',
  },
})

/** How a roster import stands. @drawn */
export const stateWords = catalog({
  en: {
    reading: 'Being read',
    previewed: 'Ready to be applied',
    applying: 'Being applied',
    applied: 'Applied',
    discarded: 'Discarded',
    refused: 'Refused',
  } satisfies Record<RosterState, string>,
})
