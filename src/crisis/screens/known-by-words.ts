import { catalog } from '#platform/words.ts'
import type { KnownBy } from '../known-by.ts'

/** How an incident became known at first. */
export const knownByWords = catalog({
  en: {
    student_said: 'The student said it',
    student_wrote: 'Something the student wrote, drew or posted was found',
    peer_said: 'Another student said it',
    family_said: 'The family said it',
    staff_saw: 'Somebody of the staff saw or heard it',
    agency_said: 'An agency said it',
    office_said: 'The police or another office said it',
    screened: 'A screening showed it',
    otherwise: 'In another way',
  } satisfies Record<KnownBy, string>,
})
