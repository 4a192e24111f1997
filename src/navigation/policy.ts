import { careTeam, type Role } from '#access/roles.ts'
import { navigatingStaff } from '#referrals/contract.ts'

/** Who reads what practical help a family has: those who read its barriers. */
export const helpReaders = careTeam
/** Who asks for it, arranges it and says what came of it: whoever walks the family there. */
export const helpers = navigatingStaff

/** Who reads which students go round: whoever walks families, and the lead. */
export const cyclingReaders = [...navigatingStaff, 'designated_lead'] as const satisfies readonly Role[]

/** Who reads what navigators carry: they themselves, and whoever answers for it. */
export const caseloadReaders = [
  ...navigatingStaff,
  'designated_lead',
  'student_support_head',
  'district_head',
] as const satisfies readonly Role[]
