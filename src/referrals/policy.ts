import { type Actor, coversSchool } from '#access/actor.ts'
import { careTeam, partnerStaff, type Role } from '#access/roles.ts'
import type { Referral } from './referral.ts'

/**
 * Staff of the agency the referral was sent to. Nobody else's staff ever finds it, and whoever came in by a
 * link finds the one it is of.
 */
export const mayAnswer = (actor: Actor, referral: Referral): boolean =>
  (partnerStaff as readonly Role[]).includes(actor.role) &&
  referral.partnerId !== null &&
  actor.partnerId === referral.partnerId &&
  (actor.referralId === undefined || actor.referralId === referral.id) &&
  referral.sentAt !== null

/** Who at school works with a family whose referral is open: the care team of the student's school. */
export const mayCareFor = (actor: Actor, referral: Pick<Referral, 'schoolId'>): boolean =>
  (careTeam as readonly Role[]).includes(actor.role) && coversSchool(actor, referral.schoolId)

/**
 * Who may open a referral at school: the care team sees it whole, the principal how it stands [R051]. The
 * district head works with sums and agencies, and opens no single student's [requirements section 1].
 */
export const referralReaders = [...careTeam, 'principal'] as const satisfies readonly Role[]

/** Who follows referrals one by one; others read how standards are kept, and no student. */
export const mayTrack = (role: Role): boolean => (careTeam as readonly Role[]).includes(role)

/** Who may close a case, as recorded when clinical responsibility was accepted. */
export type Closer = { closerId: string | null }

/**
 * Only the person named may close [R154]. Before an agency accepted nobody is named: then the navigator who
 * owns the referral may. A lead agrees to an ending, or gives the referral to somebody else: who owns it is
 * then named.
 */
export function mayClose(
  actor: Actor,
  referral: Pick<Referral, 'schoolId' | 'navigatorId'>,
  closer: Closer | undefined,
): boolean {
  if (!mayCareFor(actor, referral)) return false
  const named = closer?.closerId ?? referral.navigatorId
  return named === actor.personId
}

/** Who agrees that a high-need referral ends without a connection [requirements 2.3]. */
export const maySignOff = (actor: Actor, referral: Pick<Referral, 'schoolId'>): boolean =>
  actor.role === 'designated_lead' && coversSchool(actor, referral.schoolId)

/** Who may take every open referral of their schools along as a file. */
export const trackerExporters = ['designated_lead', 'student_support_head'] as const satisfies readonly Role[]
