import { type Actor, coversSchool } from '#access/actor.ts'
import { type Role, triageStaff } from '#access/roles.ts'
import { knowStudents } from '#people/contract.ts'
import type { Concern } from './concern.ts'

/** Whether a role reads what a student asked for on their own: triage staff, and nobody else [R004]. */
export const readsStudentRequests = (role: Role): boolean => (triageStaff as readonly Role[]).includes(role)

/**
 * Who may read a concern of their school. A student's own request is for triage staff only [R004]; the head
 * of student support sees the rest of the queue.
 */
export const mayRead = (actor: Actor, concern: Pick<Concern, 'schoolId' | 'source'>): boolean =>
  coversSchool(actor, concern.schoolId) &&
  (readsStudentRequests(actor.role) ||
    (actor.role === 'student_support_head' && concern.source !== 'student'))

/**
 * Who may take a concern up and decide it: triage staff of the school, or the one role its queue was given
 * to while somebody holds it there [R018]: a concern as it is read names a role that is held.
 */
export const mayTriage = (actor: Actor, concern: Pick<Concern, 'schoolId' | 'queueRole'>): boolean =>
  (triageStaff as readonly Role[]).includes(actor.role) &&
  coversSchool(actor, concern.schoolId) &&
  (concern.queueRole === null || concern.queueRole === actor.role)

/**
 * Who puts a student back into triage because need or risk changed: triage staff, where there is a school
 * whose queue it stands in [R021].
 */
export const mayLookAgain = (role: Role, { schoolId }: { schoolId: string | null }): boolean =>
  (triageStaff as readonly Role[]).includes(role) && schoolId !== null

/**
 * Why somebody who reads a concern does not decide it: the queue of its school was given to another role, or
 * they follow the queue and do not triage. Null for whoever may.
 */
export const whyNotTriaging = (
  actor: Actor,
  concern: Pick<Concern, 'schoolId' | 'queueRole'>,
): 'other_role' | 'follows' | null =>
  mayTriage(actor, concern)
    ? null
    : (triageStaff as readonly Role[]).includes(actor.role)
      ? 'other_role'
      : 'follows'

/** Who reads which concerns were closed, and why: those who may close one. */
export const closedReaders = triageStaff
export const maySeeClosed = (role: Role): boolean => (closedReaders as readonly Role[]).includes(role)

/** Who raises a concern: those who know the students of a school. */
export const mayRaise = (role: Role): boolean => (knowStudents as readonly Role[]).includes(role)

/** The person who raised it adds what was asked for. */
export const mayAnswer = (actor: Actor, concern: Pick<Concern, 'reporterId'>): boolean =>
  concern.reporterId !== null && concern.reporterId === actor.personId
