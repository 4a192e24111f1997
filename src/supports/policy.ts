import { type Actor, coversSchool } from '#access/actor.ts'
import { type Role, triageStaff } from '#access/roles.ts'
import type { BriefSupport } from './support.ts'

/** Who starts and reviews a support: its owner, or triage staff of the school. */
export const mayRun = (actor: Actor, support: Pick<BriefSupport, 'schoolId' | 'ownerId'>): boolean =>
  coversSchool(actor, support.schoolId) &&
  (support.ownerId === actor.personId || (triageStaff as readonly string[]).includes(actor.role))

const decisionReaders: readonly Role[] = [...triageStaff, 'student_support_head']

/**
 * Whether the triage decision behind a support opens for them: the rest of the care team sees the support
 * alone.
 */
export const mayOpenDecision = ({ role }: Actor): boolean => decisionReaders.includes(role)
