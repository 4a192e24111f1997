import { type Actor, coversSchool } from '#access/actor.ts'
import { careTeam, type Role } from '#access/roles.ts'
import { exceptionReviewers, readsReports } from '#consent/contract.ts'
import type { Exception } from './exception.ts'

const has = (roles: readonly Role[], { role }: Actor) => roles.includes(role)

/** Who may tell an office something without consent: whoever cares for students, and the principal. */
export const tellers = [...careTeam, 'principal'] as const satisfies readonly Role[]

/** Who looks at it afterwards. The head of the district does where the privacy officer told it. */
export const reviewers = exceptionReviewers

/** Who reads that an emergency was answered so: who answers for the school's care, beside the reviewers. */
const emergencyReaders = [
  ...reviewers,
  'student_support_head',
  'designated_lead',
  'crisis_lead',
] as const satisfies readonly Role[]

export const exceptionReaders = [
  ...tellers,
  'privacy_officer',
  'district_head',
] as const satisfies readonly Role[]

export const mayTell = (actor: Actor, about: { schoolId: string | null }): boolean =>
  has(tellers, actor) &&
  (about.schoolId === null ? actor.schoolIds === null : coversSchool(actor, about.schoolId))

export const mayReview = readsReports

/** Whoever leads in a crisis answers for the duty to report at their schools, and reads that it was done. */
const reportLeads = ['designated_lead', 'crisis_lead'] as const satisfies readonly Role[]

/**
 * What of them somebody reads beside their own: whoever leads and whoever reviews, also reports for a child's
 * protection [R116]; of these nobody else learns even that there are any.
 */
export const readsOf = (actor: Actor): Exception['basis'][] => {
  if (mayReview(actor) || has(reportLeads, actor)) return ['health_safety_emergency', 'mandated_report']
  return has(emergencyReaders, actor) ? ['health_safety_emergency'] : []
}
