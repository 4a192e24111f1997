import type { Actor } from '#access/actor.ts'
import type { Role } from '#access/roles.ts'
import type { Referral } from '#referrals/contract.ts'

/** Who keeps notes: whoever treats, and not whoever takes referrals in. */
export const noteKeepers = ['clinician'] as const satisfies readonly Role[]

/** A clinician of the agency the referral was sent to, signed in. Whoever came in by a link keeps none. */
export const mayKeepNotes = (
  actor: Pick<Actor, 'role' | 'partnerId' | 'referralId'>,
  referral: Pick<Referral, 'partnerId' | 'sentAt'>,
): boolean =>
  actor.role === 'clinician' &&
  actor.referralId === undefined &&
  referral.partnerId !== null &&
  referral.partnerId === actor.partnerId &&
  referral.sentAt !== null
