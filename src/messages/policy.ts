import { partnerStaff, type Role, schoolStaff } from '#access/roles.ts'

/** Who is told things in the app, and chooses how they are written to. */
export const tolds = [...schoolStaff, ...partnerStaff] as const satisfies readonly Role[]

/** Who reads what went out and what did not, and has it tried again: no names of families stand there. */
export const logReaders = [
  'student_support_head',
  'care_coordinator',
  'district_head',
  'privacy_officer',
] as const satisfies readonly Role[]
