import type { Scope } from './consent.ts'

/** How a family is asked to answer by itself. */
export const requestWays = ['link', 'paper'] as const
export type RequestWay = (typeof requestWays)[number]

/** Why somebody asks a family though another person is named to collect its consent and papers. */
export const besideReasons = ['contact_away', 'family_asked', 'cannot_wait', 'agreed'] as const
export type BesideReason = (typeof besideReasons)[number]

/** A family was asked, and an answer is waited for. Whether one came is read from the answers. */
export type ConsentRequest = {
  readonly id: string
  readonly caregiverName: string
  readonly way: RequestWay
  readonly scopes: readonly Scope[]
  readonly askedAt: Date
  readonly askedByName: string
  /** Until when an answer is waited for. Then the family is asked again. */
  readonly dueAt: Date
  /** The named contact, and why somebody else asked; null where the contact asked. */
  readonly besideName: string | null
  readonly besideBecause: BesideReason | null
  /** No answer came since, and what was sent was not taken back. */
  readonly open: boolean
}

/** Who collects consent and papers from the family of a student. */
export type FamilyContact = {
  readonly personId: string
  readonly name: string
  /** Somebody named them. Where nobody is named it is whoever navigates the referral. */
  readonly named: boolean
}
