import type { Actor } from '#access/actor.ts'
import { sideOf } from '#access/roles.ts'
import type { Partner } from './partner.ts'

/** School staff see every agency of the district; an agency's staff see their own. */
export const maySee = (actor: Actor, partner: Pick<Partner, 'id'>): boolean =>
  sideOf(actor.role) === 'school' || actor.partnerId === partner.id

/** An agency speaks for its own room, and for nobody else's. */
export const mayKeepCapacity = (actor: Actor, partner: Pick<Partner, 'id'>): boolean =>
  actor.partnerId === partner.id

/** The district keeps the entries of its directory, and an agency its own. */
export const mayDescribe = (actor: Actor, partner: Pick<Partner, 'id'>): boolean =>
  actor.role === 'district_head' || (actor.role === 'partner_intake' && actor.partnerId === partner.id)

/** Its name stands in every school's records and on paper, so the district changes it for all of them. */
export const mayRename = (actor: Actor): boolean => actor.role === 'district_head' && actor.schoolIds === null

/** Which services count for which tier is the district's to say: schools choose by it. */
export const mayKeepServices = (actor: Actor): boolean => actor.role === 'district_head'

/** A new agency answers to every school, so an assignment for some schools cannot add one. */
export const mayAddPartner = (actor: Actor): boolean => mayRename(actor)
