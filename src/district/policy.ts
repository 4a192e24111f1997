import type { Actor } from '#access/actor.ts'
import { careTeam, type Role, schoolLeads } from '#access/roles.ts'

/** The calendar counts for every school, so an assignment for some schools cannot change it. */
export const mayKeepCalendar = (actor: Actor): boolean => actor.schoolIds === null

/** Roles that take access away. From the command line, whoever runs the installation does. */
export const accessEnders = ['privacy_officer', 'district_head'] as const satisfies readonly Role[]

/** People may work at every school, so an assignment for some schools cannot take their access away. */
export const mayKeepPeople = (actor: Actor): boolean => actor.schoolIds === null

export const mayEndAccess = (actor: Actor): boolean =>
  (accessEnders as readonly Role[]).includes(actor.role) && mayKeepPeople(actor)

/** Who names the person at a school who books visits: its principal and lead of support, and the district. */
export const schedulerNamers = [...schoolLeads, 'district_head'] as const satisfies readonly Role[]
/** Who can be that person: whoever cares for students at the school. */
export const schedulerRoles = [...careTeam, 'principal'] as const satisfies readonly Role[]
