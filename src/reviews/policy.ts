import { type Actor, coversSchool } from '#access/actor.ts'
import { careTeam, type Role } from '#access/roles.ts'
import { navigatingStaff } from '#referrals/contract.ts'

/** Who goes through the open referrals of their schools: whoever walks families, and who answers for it. */
export const reviewers = [
  ...navigatingStaff,
  'designated_lead',
  'student_support_head',
  'district_head',
] as const satisfies readonly Role[]

/** Who reads how many were excluded: also who governs, and reads none of them. */
export const figureReaders = [...reviewers, 'governance'] as const satisfies readonly Role[]

/** Whether a referral opens for them: who answers for the district reads the list, and no record. */
export const opensCare = ({ role }: Actor): boolean => (careTeam as readonly Role[]).includes(role)

const has = (roles: readonly Role[], { role }: Actor) => roles.includes(role)

/** A review is worked on by whoever covers every one of its schools. */
export const mayReview = (actor: Actor, { schoolIds }: { schoolIds: readonly string[] }): boolean =>
  has(reviewers, actor) && schoolIds.every((school) => coversSchool(actor, school))

/** A task is ended by whoever owns it, or goes through the referrals of the school. */
export const mayFinish = (actor: Actor, task: { schoolId: string; ownerId: string }): boolean =>
  task.ownerId === actor.personId || (has(reviewers, actor) && coversSchool(actor, task.schoolId))
