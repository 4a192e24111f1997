import { careTeam, type Role } from '#access/roles.ts'

/** Who can be designated at a school, and works on the notices they were told of. */
export const designable = [...careTeam, 'principal'] as const satisfies readonly Role[]

/** Who answers for a school at which nobody is designated. */
export const leadsInOrder = [
  'designated_lead',
  'student_support_head',
  'principal',
] as const satisfies readonly Role[]

/** Who names the people of a school that are told. */
export const namers = [
  'principal',
  'student_support_head',
  'district_head',
] as const satisfies readonly Role[]

/** Who records what was agreed, and gives a desk its key. */
export const agreementKeepers = ['district_head'] as const satisfies readonly Role[]
/** Who revokes a key beside them. */
export const revokers = ['district_head', 'privacy_officer'] as const satisfies readonly Role[]

/** Who may be asked to handle a student with care, and reads whom. */
export const signalled = ['teacher'] as const satisfies readonly Role[]
/** Who accounts for notices after they ended. */
export const accountants = ['privacy_officer'] as const satisfies readonly Role[]
