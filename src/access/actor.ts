import type { Scope } from '#platform/database/scope.ts'
import { isOutside, type Role, sideOf } from './roles.ts'
import type { Training } from './trainings.ts'

/** One student whom somebody opened by breaking the glass, in force at the moment it was asked for. */
export type Opening = {
  id: string
  studentId: string
  endsAt: Date
  /** The same on the district's clock, HH:MM. */
  until: string
}

/**
 * Someone acting through one of their assignments. What they see and do follows the assignment, not the
 * person.
 */
export type Actor = {
  /** Null for the public page and for the system. */
  personId: string | null
  assignmentId: string | null
  districtId: string
  name: string
  role: Role
  /** Schools the assignment covers; `null` means every school of the district. Empty on the partner side. */
  schoolIds: readonly string[] | null
  partnerId: string | null
  /** The child, on the family side. */
  studentId: string | null
  /** The one referral somebody of an agency came in to by a link; left out for everybody else. */
  referralId?: string
  /** Students they are kept from, by an order, a conflict or an objection; left out where there are none. */
  blockedIds?: readonly string[]
  /** Students they opened though they do not reach them, to read; left out where there are none. */
  openings?: readonly Opening[]
  /** Whether they owe an acknowledgement of what they keep to: then no record of a student opens. */
  owesTerms?: true
  /** The last day on which what they acknowledged holds, YYYY-MM-DD; left out where there is none. */
  termsEndOn?: string
  /** Trainings their district requires of which they have none that holds; left out where there are none. */
  untrained?: readonly Training[]
  /** The revision of the district's arrangements at which this was read. */
  revision?: number
  /** On the public page: a mark of the network asked from, never the address. Only ever compared. */
  asksFrom?: string
  /** At the address of a desk that sends Handle With Care notices: which desk, proven by its key. */
  senderId?: string
}

export const scopeOf = (actor: Actor): Scope => ({
  districtId: actor.districtId,
  side: sideOf(actor.role),
  partnerId: actor.partnerId ?? undefined,
  studentId: actor.studentId ?? undefined,
  isStudent: actor.role === 'student',
  // Whoever came in by a link answers, and treats nobody.
  isClinician: actor.role === 'clinician' && actor.referralId === undefined,
  revision: actor.revision,
  blockedIds: actor.blockedIds,
  ...(isOutside(actor.role) && {
    personId: actor.personId ?? undefined,
    assignmentId: actor.assignmentId ?? undefined,
  }),
})

/** Whether the assignment covers a school. */
export const coversSchool = (actor: Actor, schoolId: string): boolean =>
  sideOf(actor.role) === 'system' ||
  (sideOf(actor.role) === 'school' && (actor.schoolIds === null || actor.schoolIds.includes(schoolId)))

/** The schools a reach covers, as a value for SQL: null for all of them, an empty list for none. */
export function schoolsInReach(actor: Actor): readonly string[] | null {
  const side = sideOf(actor.role)
  if (side === 'system') return null
  return side === 'school' ? actor.schoolIds : []
}

/** The opening through which somebody reads a student, if there is one. */
export const openingOf = (
  { openings }: Pick<Actor, 'openings'>,
  studentId: string | null | undefined,
): Opening | undefined => openings?.find((opening) => opening.studentId === studentId)

/** The students somebody opened, as a value for SQL. */
export const openedStudents = ({ openings = [] }: Pick<Actor, 'openings'>): string[] =>
  openings.map(({ studentId }) => studentId)

/** Whether somebody reads a record: their assignment covers its school, or they opened its student. */
export const reaches = (actor: Actor, about: { schoolId: string; studentId: string | null }): boolean =>
  coversSchool(actor, about.schoolId) || openingOf(actor, about.studentId) !== undefined

/** The same person where something is done: what was opened is there to be read, and changes nothing. */
export function withoutOpenings(actor: Actor): Actor {
  const { openings: _, ...rest } = actor
  return rest
}

/** Throughline itself, for work no person asked for: jobs, clocks, seals. */
export const systemActor = (districtId: string): Actor => ({
  personId: null,
  assignmentId: null,
  districtId,
  name: 'Throughline',
  role: 'system',
  schoolIds: null,
  partnerId: null,
  studentId: null,
})

/** The page that anybody may open: it may ask for help and see nothing. */
export const publicActor = (districtId: string, schoolId: string, asksFrom?: string): Actor => ({
  ...systemActor(districtId),
  role: 'public',
  schoolIds: [schoolId],
  ...(asksFrom !== undefined && { asksFrom }),
})
