import { type Actor, coversSchool } from '#access/actor.ts'
import { careTeam, type Role, triageStaff } from '#access/roles.ts'

/**
 * Who may ask a family for consent and record what it says: navigators and named family contacts at school.
 */
export const consentStaff = [
  'navigator',
  ...triageStaff,
  'care_coordinator',
] as const satisfies readonly Role[]

/** Who sees what a family allowed, and who said so: the care team, and who guards privacy. */
export const consentReaders = [...careTeam, 'privacy_officer'] as const satisfies readonly Role[]

export const mayRecordConsent = (actor: Actor, about: { schoolId: string }): boolean =>
  (consentStaff as readonly Role[]).includes(actor.role) && coversSchool(actor, about.schoolId)

/** Who gives a family the accounting of what crossed: who guards privacy, and who leads the care team. */
export const accountingReaders = [
  'privacy_officer',
  'designated_lead',
  'student_support_head',
] as const satisfies readonly Role[]

/** Who sees where consent stands on every referral: whoever asks families, and who guards privacy. */
export const worklistReaders = [...consentStaff, 'privacy_officer'] as const satisfies readonly Role[]

/** Who decides whose answer counts where two caregivers differ. */
export const settlers = [
  ...consentStaff,
  'student_support_head',
  'privacy_officer',
] as const satisfies readonly Role[]

/** Those of them who have the list of where two differ. */
export const settlersListed = [...consentStaff, 'privacy_officer'] as const satisfies readonly Role[]

export const maySettle = (actor: Actor, about: { schoolId: string }): boolean =>
  (settlers as readonly Role[]).includes(actor.role) && coversSchool(actor, about.schoolId)

/** Who keeps the rules of who may consent, as the legal team approves them, and who reads them. */
export const ruleKeepers = ['district_head', 'privacy_officer'] as const satisfies readonly Role[]
export const ruleReaders = [...consentReaders, 'district_head'] as const satisfies readonly Role[]

/** Whoever guards privacy reads what was allowed, and nothing else of a referral. */
export const opensReferral = ({ role }: Actor): boolean => (careTeam as readonly Role[]).includes(role)

/** Who looks at what was told without consent, and reads of reports for a child's protection. */
export const exceptionReviewers = ['privacy_officer', 'district_head'] as const satisfies readonly Role[]
export const readsReports = ({ role }: Actor): boolean =>
  (exceptionReviewers as readonly Role[]).includes(role)
