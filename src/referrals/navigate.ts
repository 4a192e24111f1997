import { type Actor, coversSchool } from '#access/actor.ts'
import type { Role } from '#access/roles.ts'

/** Who walks a family from a decision to a first visit: the navigator, or designated staff [R043]. */
export const navigatingStaff = [
  'navigator',
  'care_coordinator',
  'counselor',
  'psychologist',
  'social_worker',
] as const satisfies readonly Role[]

/** Whether this assignment may work on the handoff of a referral. */
export const mayNavigate = (actor: Actor, referral: { schoolId: string }): boolean =>
  (navigatingStaff as readonly Role[]).includes(actor.role) && coversSchool(actor, referral.schoolId)
