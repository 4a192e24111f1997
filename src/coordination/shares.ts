import { type Consent, type Scope, standingOf, type Standing } from '#consent/contract.ts'
import type { StudentReferral } from './student-store.ts'

/** The questions whose answers the page shows, in the order they are asked. */
const asked = [
  'referral_disclosure',
  'status_feedback',
  'safety_signals',
  'academic_observations',
  'participation',
  'care_coordination',
] as const satisfies readonly Scope[]

/** One question and where its answer stands with the agency of the active referral [R146]. */
export type Share = { readonly scope: Scope; readonly standing: Standing }

/** What was allowed for a referral ends with it: nothing crosses on it any more. */
const ended = (standing: Standing, endedAt: Date | null): Standing =>
  standing.is === 'in_force' && endedAt !== null
    ? { is: 'ended', consent: standing.consent, since: endedAt }
    : standing

/** How information is shared on a referral, question by question; empty before an agency is chosen. */
export function sharesOf(
  consents: readonly Consent[],
  referral: Pick<StudentReferral, 'id' | 'partnerId' | 'endedAt'> | undefined,
  now: Date,
): Share[] {
  if (referral === undefined || referral.partnerId === null) return []
  const partnerId = referral.partnerId
  const own = consents.filter((consent) => consent.referralId === referral.id)
  const all = asked.map(
    (scope): Share => ({
      scope,
      standing: ended(standingOf(own, { scope, partnerId, now }), referral.endedAt),
    }),
  )
  return all.filter(
    ({ scope, standing }) =>
      standing.is !== 'not_asked' || scope === 'referral_disclosure' || scope === 'status_feedback',
  )
}

export const shareOf = (shares: readonly Share[], scope: Scope): Standing | undefined =>
  shares.find((share) => share.scope === scope)?.standing
