import type { Actor } from '#access/actor.ts'
import type { Role } from '#access/roles.ts'

type Whose = { id: string }

export const mayKeepRoom = (actor: Actor, partner: Whose): boolean =>
  actor.role === 'partner_intake' && actor.partnerId === partner.id

export const mayKeepAgreements = (actor: Actor): boolean => actor.role === 'district_head'

/** Who says who at an agency answers by link: for every school, so an assignment for some names nobody. */
export const contactKeepers = ['privacy_officer', 'district_head'] as const satisfies readonly Role[]
export const mayKeepContacts = (actor: Actor): boolean =>
  (contactKeepers as readonly Role[]).includes(actor.role) && actor.schoolIds === null

export const mayKeepSignOffs = (actor: Actor): boolean =>
  actor.role === 'district_head' || actor.role === 'privacy_officer'
