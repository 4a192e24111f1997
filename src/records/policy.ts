import type { Actor } from '#access/actor.ts'
import type { Role } from '#access/roles.ts'

/** Who keeps what families ask of records, and answers it. */
export const recordKeepers = [
  'privacy_officer',
  'student_support_head',
  'designated_lead',
] as const satisfies readonly Role[]

/** Who holds records back from the schedule, and who keeps the schedule. */
export const holdKeepers = ['privacy_officer', 'district_head'] as const satisfies readonly Role[]
export const keepsHolds = ({ role }: Actor): boolean => (holdKeepers as readonly Role[]).includes(role)
export const readsRecords = [...recordKeepers, 'district_head'] as const satisfies readonly Role[]
