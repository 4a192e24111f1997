import { type Actor, coversSchool } from '#access/actor.ts'
import type { Role } from '#access/roles.ts'
import { followsIncidents, incidentFollowers } from '#crisis/contract.ts'

/** Who has a sample drawn: those who govern, and open no record. */
export const drawers = ['district_head', 'governance'] as const satisfies readonly Role[]

/** Who reviews incidents that were drawn: whoever follows those of their schools, and took no part. */
export const caseReviewers = incidentFollowers

export const sampleReaders = [...caseReviewers, ...drawers] as const satisfies readonly Role[]

/** A sample is of the whole district. */
export const mayDraw = ({ schoolIds }: Pick<Actor, 'schoolIds'>): boolean => schoolIds === null
export const draws = (role: Role): boolean => (drawers as readonly Role[]).includes(role)
export const mayReviewAt = (actor: Actor, schoolId: string): boolean =>
  followsIncidents(actor.role) && coversSchool(actor, schoolId)
