import { type Consent, type Scope, standingOf, type Standing } from '#consent/contract.ts'
import type { StudentReferral } from './student-store.ts'

/** The questions whose answers the page shows, in the order they are asked. */
const asked = [
  'referral_disclosure',
  'status_feedback',
  'safety_signals',
  'academic_observations',
  'school_alerts',
  'agency_alerts',
  'participation',
  'care_coordination',
] as const satisfies readonly Scope[]

/** Consent to receive care stands on records of its own: it lets nothing cross [R128]. */
const careAsked = ['services', 'telehealth', 'billing'] as const satisfies readonly Scope[]

/** One question and where its answer stands with the agency of the active referral [R146]. */
export type Share = { readonly scope: Scope; readonly standing: Standing }

/** What was allowed for a referral ends with it: nothing crosses on it any more. */
const ended = (standing: Standing, endedAt: Date | null): Standing =>
  standing.is === 'in_force' && endedAt !== null
    ? { is: 'ended', consent: standing.consent, since: endedAt }
    : standing

type About = Pick<StudentReferral, 'id' | 'partnerId' | 'endedAt'> | undefined

function standingsOf(
  scopes: readonly Scope[],
  { consents, referral, now }: { consents: readonly Consent[]; referral: About; now: Date },
): Share[] {
  if (referral === undefined || referral.partnerId === null) return []
  const partnerId = referral.partnerId
  const own = consents.filter((consent) => consent.referralId === referral.id)
  return scopes.map((scope) => ({
    scope,
    standing: ended(standingOf(own, { scope, partnerId, now }), referral.endedAt),
  }))
}

/** How information is shared on a referral, question by question; empty before an agency is chosen. */
export const sharesOf = (consents: readonly Consent[], referral: About, now: Date): Share[] =>
  standingsOf(asked, { consents, referral, now }).filter(
    ({ scope, standing }) =>
      standing.is !== 'not_asked' || scope === 'referral_disclosure' || scope === 'status_feedback',
  )

/** What the family answered about care itself. */
export const careOf = (consents: readonly Consent[], referral: About, now: Date): Share[] =>
  standingsOf(careAsked, { consents, referral, now }).filter(({ standing }) => standing.is !== 'not_asked')

export const shareOf = (shares: readonly Share[], scope: Scope): Standing | undefined =>
  shares.find((share) => share.scope === scope)?.standing
