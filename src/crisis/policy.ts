import { type Actor, coversSchool, reaches } from '#access/actor.ts'
import { careTeam, type Role, triageStaff } from '#access/roles.ts'
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

/** Who reads figures of incidents: whoever follows them, and those who govern, who read no record. */
export const figureReaders = [
  ...incidentFollowers,
  'district_head',
  'governance',
] as const satisfies readonly Role[]

/** Who reads who is on the crisis team of a school: whoever may be in a crisis, and who answers for it. */
export const teamReaders = [
  ...careTeam,
  'principal',
  'district_head',
  'governance',
] as const satisfies readonly Role[]
export const readsTeam = (role: Role): boolean => (teamReaders as readonly Role[]).includes(role)

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

/** Roles that lead incidents at every school they cover. */
const leads: readonly Role[] = ['crisis_lead', 'designated_lead', 'student_support_head']

/** Who says how an incident ends that is no crisis here, or whom it is about: whoever has it, or a lead. */
export const mayDecide = ({ personId, role }: Actor, { ownerId }: Pick<Incident, 'ownerId'>): boolean =>
  personId !== null && followsIncidents(role) && (personId === ownerId || leads.includes(role))

type Part = readonly { personId: string }[]

/** Whoever opened it or has part in it by name follows it too, whatever their role. */
const isTheirs = (personId: string | null, { openedBy }: Incident, part: Part) =>
  personId !== null && (openedBy === personId || part.some((each) => each.personId === personId))

/** Who still opens what was entered for the wrong student: its people, and who answers for privacy. */
const readsError = ({ personId, role }: Actor, incident: Incident, part: Part) =>
  role === 'privacy_officer' || personId === incident.ownerId || isTheirs(personId, incident, part)

/** Who follows an incident; a timed drill, whoever takes part in it and nobody else. */
export function mayFollow(actor: Actor, incident: Incident, part: Part): boolean {
  if (!reaches(actor, incident)) return false
  const { takePart } = incident
  if (takePart !== null) return actor.personId !== null && takePart.includes(actor.personId)
  if (incident.endedAs === 'another_student') return readsError(actor, incident, part)
  return followsIncidents(actor.role) || isTheirs(actor.personId, incident, part)
}
