import { type Actor, coversSchool } from '#access/actor.ts'
import type { Role } from '#access/roles.ts'

/** Whoever keeps a caseload across agencies. */
export const coordinators = ['care_coordinator'] as const satisfies readonly Role[]

/** Who says which agencies somebody coordinates with. */
export const assigners = ['designated_lead', 'district_head'] as const satisfies readonly Role[]

/** Who reads who coordinates with whom: they themselves, and whoever answers for it. */
export const coordinationReaders = [...coordinators, ...assigners] as const satisfies readonly Role[]

/**
 * Whether somebody says with which agencies a coordinator coordinates: the head of the district, and a lead
 * who covers every school where that coordinator does so.
 * @param schoolIds of the coordinator: null for every school, empty for whoever coordinates nowhere any more
 */
export const mayAssign = (actor: Actor, schoolIds: readonly string[] | null): boolean =>
  actor.role === 'district_head' ||
  (actor.role === 'designated_lead' &&
    (schoolIds?.every((school) => coversSchool(actor, school)) ?? actor.schoolIds === null))
