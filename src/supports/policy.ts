import { type Actor, coversSchool } from '#access/actor.ts'
import { triageStaff } from '#access/roles.ts'
import type { BriefSupport } from './support.ts'

/**
 * Who starts, changes and ends a support: its owner, or triage staff of the school. Its page names both
 * [R154].
 */
export const mayRun = (actor: Actor, support: Pick<BriefSupport, 'schoolId' | 'ownerId'>): boolean =>
  coversSchool(actor, support.schoolId) &&
  (support.ownerId === actor.personId || (triageStaff as readonly string[]).includes(actor.role))
