import { type Actor, reaches } from '#access/actor.ts'
import { type Role, triageStaff } from '#access/roles.ts'
import type { Incident } from './incident.ts'

/**
 * Roles that may follow any incident of their schools: those who lead it, and those who answer for the
 * school.
 */
const leads: readonly Role[] = [
  'crisis_lead',
  'designated_lead',
  ...triageStaff,
  'principal',
  'student_support_head',
]

/** Whether a role follows every incident of its schools, with what happened in it. */
export const followsIncidents = (role: Role): boolean => leads.includes(role)

/** Whoever opened it or was told of it follows it too, whatever their role. */
export const mayFollow = (actor: Actor, incident: Incident, told: readonly { personId: string }[]): boolean =>
  reaches(actor, incident) &&
  (followsIncidents(actor.role) ||
    (actor.personId !== null &&
      (incident.openedBy === actor.personId || told.some(({ personId }) => personId === actor.personId))))
