import { addCalendarDays } from '#district/contract.ts'
import { careTeam, partnerStaff, type Role, sideOf } from '#access/roles.ts'

/** Who reads which terms: each has words of its own [R141]. */
export const audiences = ['teacher', 'school', 'partner'] as const
export type Audience = (typeof audiences)[number]

/**
 * Written protocols and guidelines, read by whoever works by them and acknowledged by whoever was trained in
 * them. Nothing is closed to whoever was not [R166] [R172].
 */
export const guides = ['care_coordination', 'wraparound', 'on_campus'] as const
export type Guide = (typeof guides)[number]

/** Who works by which guide. */
export const guideRoles: Readonly<Record<Guide, readonly Role[]>> = {
  care_coordination: [...careTeam, ...partnerStaff],
  wraparound: [...careTeam, ...partnerStaff],
  on_campus: ['clinician'],
}

/** Whatever stands here in versions. */
export const readings = [...audiences, ...guides] as const
export type Reading = (typeof readings)[number]

/** Whose terms a role is held to; a family acknowledges nothing. The database says the same where it asks. */
export function audienceOf(role: Role): Audience | undefined {
  const side = sideOf(role)
  if (side === 'partner') return 'partner'
  if (side !== 'school') return undefined
  return role === 'teacher' ? 'teacher' : 'school'
}

/** One version of what an audience acknowledges. */
export type Terms = {
  readonly id: string
  readonly audience: Reading
  readonly version: number
  readonly lines: readonly string[]
  readonly validDays: number
  readonly sample: boolean
  readonly inForceFrom: Date
}

/** What may be said of the days an acknowledgement holds. */
export const validDays = { least: 30, most: 1100, shipped: 365 } as const

/** The last day of an acknowledgement that ends within two weeks; undefined when it holds for longer. */
export const endingSoon = (endsOn: string | undefined, today: string): string | undefined =>
  endsOn !== undefined && endsOn <= addCalendarDays(today, warnedDays) ? endsOn : undefined

/** Somebody is told of the end of their acknowledgement for so many days before it. */
export const warnedDays = 14

/** The list of whoever has to acknowledge names those whose end comes within so many days. */
export const listedDays = 30
