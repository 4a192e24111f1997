import { type Actor, coversSchool, reaches } from '#access/actor.ts'
import { nameableForTriage, type Role, schoolStaff } from '#access/roles.ts'
import { knowStudents } from '#people/contract.ts'
import type { Concern } from './concern.ts'

/** The roles that decide in triage, as the district names them. */
type Deciders = readonly Role[]

/** Whether a role decides in triage [R018]. */
export const isDecider = (role: Role, deciders: Deciders): boolean => deciders.includes(role)

/** Whether a role reads what a student asked for on their own: triage staff, and nobody else [R004]. */
export const readsStudentRequests = (role: Role, deciders: Deciders): boolean => isDecider(role, deciders)

/** Who sees the queue: those who decide, and the head of student support, who follows it. */
export const followsQueue = (role: Role, deciders: Deciders): boolean =>
  role === 'student_support_head' || isDecider(role, deciders)

/** Who reads a concern of their school, by who raised it. What families are told follows from the same. */
const readsFrom = (source: Concern['source'], role: Role, deciders: Deciders): boolean =>
  followsQueue(role, deciders) && (source !== 'student' || readsStudentRequests(role, deciders))

/** The roles of a school that read what comes from there, in the order roles always stand in. */
export const readersFrom = (source: Concern['source'], deciders: Deciders): Role[] =>
  schoolStaff.filter((role) => readsFrom(source, role, deciders))

/** Who sees it only where the district names them to decide. */
export const followIfNamed = nameableForTriage.filter((role) => role !== 'student_support_head')

/** Somebody, and who decides in triage where they are. */
export type Reader = { actor: Actor; deciders: Deciders }

/**
 * Who may read a concern of their school. A student's own request is for triage staff only [R004]; the head
 * of student support sees the rest of the queue.
 */
export const mayRead = (
  { actor, deciders }: Reader,
  concern: Pick<Concern, 'schoolId' | 'studentId' | 'source'>,
): boolean => reaches(actor, concern) && readsFrom(concern.source, actor.role, deciders)

/**
 * Who may take a concern up and decide it: triage staff of the school, or the one role its queue was given
 * to while somebody holds it there [R018]: a concern as it is read names a role that is held.
 */
export const mayTriage = (
  { actor, deciders }: Reader,
  concern: Pick<Concern, 'schoolId' | 'queueRole'>,
): boolean =>
  isDecider(actor.role, deciders) &&
  coversSchool(actor, concern.schoolId) &&
  (concern.queueRole === null || concern.queueRole === actor.role)

/**
 * Who puts a student back into triage because need or risk changed: triage staff, where there is a school
 * whose queue it stands in [R021].
 */
export const mayLookAgain = (
  { actor, deciders }: Reader,
  { schoolId }: { schoolId: string | null },
): boolean => isDecider(actor.role, deciders) && schoolId !== null

/** Who is told that triage at a school is late, the first of them who is there: they ask, and do not read. */
export const lateLeads = [
  'designated_lead',
  'student_support_head',
  'district_head',
] as const satisfies readonly Role[]

/**
 * Why somebody who reads a concern does not decide it: the queue of its school was given to another role, or
 * they follow the queue and do not triage. Null for whoever may.
 */
export const whyNotTriaging = (
  reader: Reader,
  concern: Pick<Concern, 'schoolId' | 'queueRole'>,
): 'other_role' | 'follows' | null =>
  mayTriage(reader, concern) ? null : isDecider(reader.actor.role, reader.deciders) ? 'other_role' : 'follows'

/** Who raises a concern: those who know the students of a school. */
export const mayRaise = (role: Role): boolean => (knowStudents as readonly Role[]).includes(role)

/** The person who raised it adds what was asked for. */
export const mayAnswer = (actor: Actor, concern: Pick<Concern, 'reporterId'>): boolean =>
  concern.reporterId !== null && concern.reporterId === actor.personId
