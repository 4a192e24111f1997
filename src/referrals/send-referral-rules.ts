import { standingOf, type Consent } from '#consent/contract.ts'
import { obstaclesToChoosing, type Choosable, type ObstacleToChoosing } from '#directory/contract.ts'
import type { ObstacleAtTheGate } from '#partnership/contract.ts'
import { referralLifecycle } from './lifecycle.ts'
import type { Referral } from './referral.ts'

export type SendingFacts = {
  readonly referral: Pick<Referral, 'state' | 'partnerId'>
  readonly consents: readonly Consent[]
  /** Whether the caregiver whose yes it is may still consent for the student; null where none is asked. */
  readonly grantorMay: boolean | null
  readonly partner: Choosable | undefined
  readonly gateObstacles: readonly ObstacleAtTheGate[]
  /** First day the school may use the pathway; null while it is being set up. */
  readonly schoolLiveOn: string | null
  readonly identityAgreed: boolean
  readonly today: string
  readonly now: Date
}

/** What only the person who presses the button knows. */
export type Pressed = {
  readonly caregiverPresent: boolean
  readonly absenceReason: string | undefined
  /** The hash of the preview that was read, and of what would leave now. */
  readonly seen: string | undefined
  readonly current: string
}

const standing = (facts: SendingFacts) =>
  facts.referral.partnerId === null
    ? undefined
    : standingOf(facts.consents, {
        scope: 'referral_disclosure',
        partnerId: facts.referral.partnerId,
        now: facts.now,
      }).is

const own = {
  not_open: ({ referral }) => !referralLifecycle.allows(referral.state, 'send'),
  no_partner: ({ referral }) => referral.partnerId === null,
  consent_not_asked: (facts) => standing(facts) === 'not_asked',
  consent_declined: (facts) => standing(facts) === 'declined',
  consent_withdrawn: (facts) => standing(facts) === 'withdrawn',
  consent_ended: (facts) => standing(facts) === 'ended',
  consent_conflicting: (facts) => standing(facts) === 'conflicting',
  grantor_may_not: ({ grantorMay }) => grantorMay === false,
  consent_incomplete: (facts) => standing(facts) === 'incomplete',
  school_not_live: ({ schoolLiveOn, today }) => schoolLiveOn === null || schoolLiveOn > today,
  nothing_agreed: ({ referral, identityAgreed }) => referral.partnerId !== null && !identityAgreed,
} satisfies Record<string, (facts: SendingFacts) => boolean>

const pressing = {
  caregiver_absent: ({ caregiverPresent, absenceReason }) => !caregiverPresent && absenceReason === undefined,
  packet_changed: ({ seen, current }) => seen !== undefined && seen !== current,
} satisfies Record<string, (pressed: Pressed) => boolean>

export type OwnObstacleToSending = keyof typeof own | keyof typeof pressing
export type ObstacleToSending = OwnObstacleToSending | ObstacleToChoosing | ObstacleAtTheGate

/**
 * Every reason the referral cannot leave now, all at once: the family's yes, the agency, its agreement and
 * legal sign-off, the school [R030] [R029]. The page shows the same list before anybody presses.
 */
export const obstaclesToSending = (facts: SendingFacts): ObstacleToSending[] => [
  ...(Object.keys(own) as (keyof typeof own)[]).filter((name) => own[name](facts)),
  ...(facts.partner === undefined ? [] : obstaclesToChoosing(facts.partner, facts.now)),
  ...facts.gateObstacles,
]

/**
 * What stands in the way of this press: the caregiver is absent without a word why [R046], or the packet
 * changed.
 */
export const obstaclesToPressing = (pressed: Pressed): OwnObstacleToSending[] =>
  (Object.keys(pressing) as (keyof typeof pressing)[]).filter((name) => pressing[name](pressed))
