import { type Actor, coversSchool } from '#access/actor.ts'
import type { Role } from '#access/roles.ts'
import { navigatingStaff, stalledReaders } from '#referrals/contract.ts'

/** Who is told of a stalled loop, in this order: the lead, then who answers for the school, the district. */
export const toldInOrder = [
  'designated_lead',
  'student_support_head',
  'district_head',
] as const satisfies readonly Role[]

/** Who moves it: whoever may be told of it, and nobody whose own work is looked at. */
export const leads = [...toldInOrder] as const satisfies readonly Role[]

/** Who reads it: whoever moves it, and whoever walks the family to a first visit. */
export const escalationReaders = stalledReaders

/** Who reads how many there were and what became of them: also who governs, and reads none of them. */
export const figureReaders = [...escalationReaders, 'governance'] as const satisfies readonly Role[]

/** Who asks for one without waiting for a clock. */
export const askers = [...navigatingStaff, ...leads] as const satisfies readonly Role[]

const has = (roles: readonly Role[], { role }: Actor) => roles.includes(role)

export const mayLead = (actor: Actor, { schoolId }: { schoolId: string }): boolean =>
  has(leads, actor) && coversSchool(actor, schoolId)
export const mayAsk = (actor: Actor, { schoolId }: { schoolId: string }): boolean =>
  has(askers, actor) && coversSchool(actor, schoolId)
