import type { Role } from '#access/roles.ts'

/** Whoever keeps a caseload across agencies. */
export const coordinators = ['care_coordinator'] as const satisfies readonly Role[]

/** Who says which agencies somebody coordinates with. */
export const assigners = ['designated_lead', 'district_head'] as const satisfies readonly Role[]

/** Who reads who coordinates with whom: they themselves, and whoever answers for it. */
export const coordinationReaders = [...coordinators, ...assigners] as const satisfies readonly Role[]
