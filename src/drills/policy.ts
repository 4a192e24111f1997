import type { Role } from '#access/roles.ts'
import { teamReaders } from '#crisis/contract.ts'

/** Who plans drills, says that they were held, and keeps the crisis team of their schools. */
export const drillKeepers = [
  'crisis_lead',
  'designated_lead',
  'student_support_head',
  'principal',
  'district_head',
] as const satisfies readonly Role[]

/** Who reads of drills: whoever may be in a crisis, and who answers for the standard. */
export const drillReaders = teamReaders

/** Who sees to a change of the standard: whoever publishes it. */
export const standardOwners = ['district_head'] as const satisfies readonly Role[]
