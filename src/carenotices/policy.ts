import type { Actor } from '#access/actor.ts'
import { careTeam, type Role } from '#access/roles.ts'
import type { CareNotice } from './care-notice.ts'

/** Who can be designated at a school, and works on the notices they were told of. */
export const designable = [...careTeam, 'principal'] as const satisfies readonly Role[]

/** Who answers for a school at which nobody is designated. */
export const leadsInOrder = [
  'designated_lead',
  'student_support_head',
  'principal',
] as const satisfies readonly Role[]

/** Who takes back which student a notice was matched to: whoever said so, and who answers for the school. */
export const mayUndoMatch = (
  { personId, role }: Pick<Actor, 'personId' | 'role'>,
  { matchedBy }: Pick<CareNotice, 'matchedBy'>,
): boolean => personId === matchedBy || (leadsInOrder as readonly Role[]).includes(role)

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
