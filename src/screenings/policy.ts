import { careTeam, type Role, triageStaff } from '#access/roles.ts'

/** Who brings instruments and sets cut-offs: whoever publishes the standards of the district. */
export const instrumentKeepers = ['district_head'] as const satisfies readonly Role[]
/** Who opens rounds and brings their results. */
export const screeners = [...triageStaff, 'student_support_head'] as const satisfies readonly Role[]
/** Who reads of rounds: counts, and nobody by name. */
export const roundReaders = [
  ...careTeam,
  'principal',
  'district_head',
  'governance',
] as const satisfies readonly Role[]
/** Who reads whether one student took part, and writes down what the family said. */
export const studentReaders = careTeam
