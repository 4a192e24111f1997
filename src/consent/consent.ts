/**
 * What a family is asked, one question each. The first ones let information cross; the others let care be
 * given.
 */
export const releaseScopes = [
  'referral_disclosure',
  'status_feedback',
  'participation',
  'safety_signals',
  'academic_observations',
  'school_alerts',
  'agency_alerts',
  'care_coordination',
] as const
/** Consent to receive services is a record of its own [R128]. */
export const serviceScopes = ['services', 'telehealth', 'billing'] as const
/** What an agency does by no list of an agreement: it talks with other services, and it gives care. */
export const agencyScopes = ['care_coordination', ...serviceScopes] as const
export const scopes = [...releaseScopes, ...serviceScopes] as const
export type Scope = (typeof scopes)[number]

/** Items of a packet that a school may send. */
export const packetItems = [
  'identity',
  'caregiver_contact',
  'language',
  'reason',
  'urgency',
  'service_sought',
  'school_contact',
  'transport',
  'coverage',
] as const

/** Everything that may cross between a school and an agency, by name [R127]. */
export const items = [
  ...packetItems,
  'academic_observations',
  'school_alert',
  'agency_alert',
  'status',
  'appointment',
  'participation',
  'safety_signal',
  'coordination',
  'services',
  'telehealth',
  'billing',
] as const
export type Item = (typeof items)[number]

/** The items each question speaks of. */
export const itemsOf: Readonly<Record<Scope, readonly Item[]>> = {
  referral_disclosure: packetItems,
  status_feedback: ['status', 'appointment'],
  participation: ['participation'],
  safety_signals: ['safety_signal'],
  academic_observations: ['academic_observations'],
  school_alerts: ['school_alert'],
  agency_alerts: ['agency_alert'],
  care_coordination: ['coordination'],
  services: ['services'],
  telehealth: ['telehealth'],
  billing: ['billing'],
}

export type ConsentKind = 'release' | 'services'
export const kindOf = (scope: Scope): ConsentKind =>
  (serviceScopes as readonly Scope[]).includes(scope) ? 'services' : 'release'

/** What a family is asked for. Each has words of its own, which are read to it. */
export const consentPurposes = ['referral_and_follow_up'] as const

/** On what authority somebody answers: a caregiver who may, an adult, or a minor under a rule. */
export const authorities = ['may_consent', 'adult_student', 'minor_rule'] as const

/** How somebody at school writes an answer down. */
export const methods = ['phone_witnessed', 'in_person', 'e_signature', 'paper'] as const
/** A caregiver answers by a link, and nobody writes it down for them. */
export type Method = (typeof methods)[number] | 'link'

export type Answer = {
  readonly scope: Scope
  readonly answer: boolean
  readonly items: readonly Item[]
  /** When a person decided that this answer counts though another caregiver said otherwise. ISO 8601. */
  readonly settledAt?: string | null
}

/** What a family answered, to whom, for what and until when. Never edited. */
export type Consent = {
  readonly id: string
  readonly studentId: string
  readonly referralId: string
  /** The recipient. */
  readonly partnerId: string
  readonly kind: ConsentKind
  readonly grantorKind: 'caregiver' | 'student'
  readonly caregiverId: string | null
  /** Age of a student who answered for themselves, in whole years on that day. */
  readonly grantorAge: number | null
  /** The approved rule a student answered under alone; null when a caregiver or an adult student did. */
  readonly minorRuleId: string | null
  /** Whether a minor answered alone: nothing of it is shown or told to a caregiver [R151]. */
  readonly minorConsented: boolean
  /** Whether the agency gives substance-use care, so that 42 CFR Part 2 holds beside HIPAA. */
  readonly partTwo: boolean
  /** Who in the family reads it on the family page. */
  readonly familySees: 'family' | 'student' | 'nobody'
  readonly grantorName: string
  readonly relationship: string
  readonly authority: string
  readonly method: Method
  readonly witness: string | null
  readonly documentReference: string | null
  /** The agency and the school by the names the family heard; null where none was put in. */
  readonly agencyNamed: string | null
  readonly schoolNamed: string | null
  /** BCP 47 tag of the language it was asked in. */
  readonly language: string
  readonly interpreter: string | null
  readonly purpose: string
  readonly wordingVersion: string
  readonly startsAt: Date
  /** Last day it holds. */
  readonly endsOn: string
  /** The first instant it holds no more, on the district's clock. */
  readonly endsAt: Date
  readonly givenAt: Date
  readonly recordedBy: string
  readonly recordedByName: string
  readonly revokedAt: Date | null
  readonly answers: readonly Answer[]
}
