import type { Actor } from '#access/actor.ts'

type Whose = { id: string }

export const mayKeepRoom = (actor: Actor, partner: Whose): boolean =>
  actor.role === 'partner_intake' && actor.partnerId === partner.id

export const mayKeepAgreements = (actor: Actor): boolean => actor.role === 'district_head'

export const mayKeepSignOffs = (actor: Actor): boolean =>
  actor.role === 'district_head' || actor.role === 'privacy_officer'
