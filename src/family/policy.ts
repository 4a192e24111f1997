import { careTeam, type Role } from '#access/roles.ts'

/** Who acts for one student: a caregiver, or the student. */
export const familyMembers = ['caregiver', 'student'] as const satisfies readonly Role[]

/** Who gives a family the same on paper: the care team, and who guards privacy. */
export const explainers = [...careTeam, 'privacy_officer'] as const satisfies readonly Role[]

/** Who reads what families said of the handoff, in counts: whoever governs, and whoever answers for it. */
export const experienceReaders = [
  'governance',
  'district_head',
  'designated_lead',
] as const satisfies readonly Role[]
