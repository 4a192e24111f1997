import { catalog } from '#platform/words.ts'
import type { ObstacleToGiving } from './family-sign-in.ts'

export const givingWords = catalog({
  en: {
    kept_away: 'This person is kept away from the student. A sign-in waits until that is lifted.',
    signs_in_already: 'This person has a sign-in for the student already.',
    student_of_age: 'The student is of age, so the record is theirs to open. Give the student a sign-in.',
    not_of_age: 'The student is not of age on the birth date on record.',
    authority_unchecked: 'Check first that this caregiver may consent, and write it down in their details.',
    do_not_contact: 'This caregiver is not to be contacted, so no invitation is sent.',
    no_address: 'No email address is on record. Add one that is safe to write to.',
    address_shared:
      'Somebody else is reached at this address. Each person needs one of their own, so that nobody reads what is another’s.',
  } satisfies Record<ObstacleToGiving, string>,
})

export const endingWords = catalog({
  en: {
    ended_already: 'This sign-in was ended before.',
    kept_away: 'This person is kept away from the student. Lift that first, or end the sign-in alone.',
  },
})

export const familySignInWords = catalog({
  en: {
    title: 'Who of the family can sign in',
    title_of: 'Who of the family of {name} can sign in',
    lead: 'They read what is shared about the student, with whom, and who saw it. Nobody sees what another of the family is reached by.',
    crumb: 'Details',
    none: 'Nobody of the family has a sign-in.',
    who: 'Who',
    caregiver: 'Caregiver',
    student: 'The student',
    since: 'Since',
    checked: 'Made sure who it is',
    checked_by: '{how}: {name}',
    not_kept: 'Not on record',
    state: 'State',
    waiting: 'Invited, not taken up yet',
    open: 'Can sign in',
    kept_away: 'Kept away: opens nothing',
    ended: 'Ended {day}',
    end: 'End it now',
    wrong_person: 'End it: wrong person',
    works_here: 'Works here as well: at work this student is closed to them, by itself.',
    end_of: 'End the sign-in of {name} now',
    give: 'Give a caregiver a sign-in',
    give_student: 'Give the student a sign-in',
    which: 'Which caregiver',
    which_hint: 'The invitation goes to the email address in their details.',
    no_caregiver: 'No caregiver is on record. Add one in the details first.',
    how: 'How did you make sure who it is?',
    email: 'Email address of the student',
    send: 'Send the invitation',
    to_page: 'Give or end a sign-in',
  },
})
