import type { Actor } from '#access/actor.ts'
import { careTeam, partnerStaff, type Role, schoolStaff } from '#access/roles.ts'
import { type Guide, guideRoles } from './terms.ts'

/** Who acknowledges: everybody who works here or at an agency. */
export const whoAcknowledges = [...schoolStaff, ...partnerStaff] as const satisfies readonly Role[]

/** Who works by a protocol or guideline. */
export const guideReaders = [...careTeam, ...partnerStaff] as const satisfies readonly Role[]
/** Whether somebody says that they were trained in a guide: whoever works by it. */
export const mayTrain = ({ role }: Pick<Actor, 'role'>, guide: Guide): boolean =>
  guideRoles[guide].includes(role)

/** Who says what is acknowledged, and for how long. */
export const termsKeepers = ['privacy_officer', 'district_head'] as const satisfies readonly Role[]
/** Who reads every version, and who has not acknowledged. */
export const termsReaders = [...termsKeepers, 'governance'] as const satisfies readonly Role[]

/** Who reads which protocols there are, and who was trained in them. */
export const registerReaders = [...termsReaders, ...careTeam] as const satisfies readonly Role[]

/** What people keep to holds in the whole district, so an assignment for some schools cannot change it. */
export const mayPublishTerms = (actor: Pick<Actor, 'schoolIds'>): boolean => actor.schoolIds === null
