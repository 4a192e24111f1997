import type { Consent } from './consent.ts'

/** Who in a family reads a record that says so. */
export type FamilyReader = Consent['familySees']

/** What the caregivers read, and what the student reads. */
export const readersFor = (who: 'caregiver' | 'student'): readonly FamilyReader[] =>
  who === 'student' ? ['family', 'student'] : ['family']
