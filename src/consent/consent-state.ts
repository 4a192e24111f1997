import type { Consent, Scope } from './consent.ts'
import { releaseScopes, scopes } from './consent.ts'
import { standingOf } from './rules.ts'

/** Where consent stands on a referral, each with its worklist. Those that need somebody come first. */
export const consentStates = [
  'conflicting',
  'no_contact_details',
  'to_ask',
  'requested',
  'incomplete',
  'ending_soon',
  'partial',
  'in_force',
  'declined',
  'withdrawn',
  'ended',
  'superseded',
] as const
export type ConsentState = (typeof consentStates)[number]

export type Known = {
  readonly partnerId: string | null
  readonly consents: readonly Consent[]
  /** Whether anybody who may consent can be reached: a telephone number, and no wish to be left alone. */
  readonly reachable: boolean
  /** Whether a family was asked, and an answer is still waited for. */
  readonly requested: boolean
  /** A yes that ends on this day or before ends soon. */
  readonly warnFrom: string
  readonly now: Date
}

const standings = ({ consents, partnerId, now }: Known) =>
  partnerId === null
    ? []
    : scopes.map((scope) => ({ scope, ...standingOf(consents, { scope, partnerId, now }) }))

type Stood = ReturnType<typeof standings>[number]

const isRelease = ({ scope }: Stood) => (releaseScopes as readonly Scope[]).includes(scope)

/** A record of which every answer was given anew later counts no more; it stays in history. */
export const isSuperseded = (consent: Consent, all: readonly Consent[]): boolean =>
  consent.answers.every(({ scope }) =>
    all.some(
      (other) =>
        other.partnerId === consent.partnerId &&
        other.caregiverId === consent.caregiverId &&
        (other.givenAt > consent.givenAt || (other.givenAt >= consent.givenAt && other.id > consent.id)) &&
        other.answers.some((answer) => answer.scope === scope),
    ),
  )

type Judged = { known: Known; stood: readonly Stood[]; yes: readonly Stood[] }
const anyIs = (stood: readonly Stood[], is: Stood['is']) => stood.some((each) => each.is === is)

/** Nobody answered, and nobody was asked who may answer yet. */
const isUnasked = ({ requested }: Known, stood: readonly Stood[]) =>
  !requested && stood.every(({ is }) => is === 'not_asked')

const states: Record<ConsentState, (judged: Judged) => boolean> = {
  conflicting: ({ stood }) => anyIs(stood, 'conflicting'),
  no_contact_details: ({ known, stood }) => !known.reachable && isUnasked(known, stood),
  to_ask: ({ known, stood }) => known.reachable && isUnasked(known, stood),
  requested: ({ known }) => known.requested,
  incomplete: ({ stood }) => anyIs(stood, 'incomplete'),
  ending_soon: ({ known, yes }) =>
    yes.some((each) => each.is === 'in_force' && each.consent.endsOn <= known.warnFrom),
  partial: ({ stood, yes }) => yes.length > 0 && anyIs(stood.filter(isRelease), 'declined'),
  in_force: ({ stood, yes }) =>
    yes.length > 0 && stood.filter(isRelease).every(({ is }) => is === 'in_force' || is === 'not_asked'),
  declined: ({ stood, yes }) => yes.length === 0 && anyIs(stood.filter(isRelease), 'declined'),
  withdrawn: ({ stood }) => anyIs(stood, 'withdrawn'),
  ended: ({ stood }) => anyIs(stood, 'ended'),
  superseded: ({ known }) => known.consents.some((consent) => isSuperseded(consent, known.consents)),
}

/**
 * Every state of consent on one referral now: an answer may end soon while another is declined, so that one
 * referral may stand in several lists. The student who answered alone is asked, not a caregiver.
 */
export function consentStatesOf(known: Known): ConsentState[] {
  const stood = standings(known)
  const yes = stood.filter((each) => isRelease(each) && each.is === 'in_force')
  return consentStates.filter((state) => states[state]({ known, stood, yes }))
}
