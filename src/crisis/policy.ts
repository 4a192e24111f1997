import { type Actor, coversSchool, reaches } from '#access/actor.ts'
import { type Role, triageStaff } from '#access/roles.ts'
import type { Incident } from './incident.ts'

/**
 * Roles that may follow any incident of their schools: those who lead it, and those who answer for the
 * school.
 */
export const incidentFollowers = [
  'crisis_lead',
  'designated_lead',
  ...triageStaff,
  'principal',
  'student_support_head',
] as const satisfies readonly Role[]

/** Who keeps the list of whom to call. */
export const contactKeepers = [
  'crisis_lead',
  'designated_lead',
  'student_support_head',
  'district_head',
] as const satisfies readonly Role[]

/** A number of the whole district is kept by whoever covers every school, one of a school by its leads. */
export const mayKeepContact = (actor: Actor, { schoolId }: { schoolId: string | null }): boolean =>
  schoolId === null ? actor.schoolIds === null : coversSchool(actor, schoolId)

/** Whether a role follows every incident of its schools, with what happened in it. */
export const followsIncidents = (role: Role): boolean => (incidentFollowers as readonly Role[]).includes(role)

/** Whoever opened it or was told of it follows it too, whatever their role. */
export const mayFollow = (actor: Actor, incident: Incident, told: readonly { personId: string }[]): boolean =>
  reaches(actor, incident) &&
  (followsIncidents(actor.role) ||
    (actor.personId !== null &&
      (incident.openedBy === actor.personId || told.some(({ personId }) => personId === actor.personId))))
