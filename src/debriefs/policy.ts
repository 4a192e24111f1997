import type { Role } from '#access/roles.ts'
import { incidentFollowers } from '#crisis/contract.ts'

/** Who reviews an incident: whoever follows those of their schools. */
export const reviewers = incidentFollowers

/** Who governs the crisis standard, and answers what it is asked to say otherwise. */
export const standardKeepers = ['district_head', 'governance'] as const satisfies readonly Role[]

/** Who reads what the standard is asked to say: whoever asks, and whoever answers. */
export const requestReaders = [...reviewers, ...standardKeepers] as const satisfies readonly Role[]

export const keepsStandard = (role: Role): boolean => (standardKeepers as readonly Role[]).includes(role)
