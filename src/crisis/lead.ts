import { type Actor, coversSchool } from '#access/actor.ts'
import type { Role } from '#access/roles.ts'

/**
 * Who is told of a crisis, in this order: the lead and those who stand in, then whoever answers for the
 * school.
 */
export const toldInOrder = [
  'crisis_lead',
  'designated_lead',
  'student_support_head',
  'principal',
] as const satisfies readonly Role[]
export type LeadRole = (typeof toldInOrder)[number]

/** Somebody who is told of a crisis, with since when their number is known to be right. */
export type Lead = {
  readonly id: string
  readonly name: string
  readonly roles: readonly LeadRole[]
  readonly number: string | null
  /** Of one's schools those they answer for; none where they answer for every school of the district. */
  readonly schools: readonly { readonly id: string; readonly name: string }[]
  readonly checkedOn: string | null
  readonly checkedByName: string | null
}

/** A number of somebody of every school is kept by whoever covers every school, as that of a service is. */
export const mayKeepLead = (actor: Actor, { schools }: Pick<Lead, 'schools'>): boolean =>
  schools.length === 0 ? actor.schoolIds === null : schools.some(({ id }) => coversSchool(actor, id))
