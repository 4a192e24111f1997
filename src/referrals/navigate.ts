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

/** Who reads of a stalled loop: who moves it, who walks the family to a first visit, who leads a crisis. */
export const stalledReaders = [
  'designated_lead',
  'student_support_head',
  'district_head',
  ...navigatingStaff,
  'crisis_lead',
] as const satisfies readonly Role[]

/** Whether this assignment may work on the handoff of a referral. */
export const mayNavigate = (actor: Actor, referral: { schoolId: string }): boolean =>
  (navigatingStaff as readonly Role[]).includes(actor.role) && coversSchool(actor, referral.schoolId)
