import type { Actor } from '#access/actor.ts'
import { partnerStaff, type Role, schoolStaff } from '#access/roles.ts'

/** Who acknowledges: everybody who works here or at an agency. */
export const whoAcknowledges = [...schoolStaff, ...partnerStaff] as const satisfies readonly Role[]

/** Who says what is acknowledged, and for how long. */
export const termsKeepers = ['privacy_officer', 'district_head'] as const satisfies readonly Role[]
/** Who reads every version, and who has not acknowledged. */
export const termsReaders = [...termsKeepers, 'governance'] as const satisfies readonly Role[]

/** What people keep to holds in the whole district, so an assignment for some schools cannot change it. */
export const mayPublishTerms = (actor: Pick<Actor, 'schoolIds'>): boolean => actor.schoolIds === null
