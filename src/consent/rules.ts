import type { Answer, Consent, Item, Scope } from './consent.ts'

/** One crossing that is asked about: which question covers it, to or from whom, and when. */
export type Asked = { scope: Scope; partnerId: string; now: Date }

const holds = (consent: Consent, now: Date): boolean =>
  consent.startsAt <= now && now < consent.endsAt && (consent.revokedAt === null || now < consent.revokedAt)

const answerTo = (consent: Consent, { scope, partnerId, now }: Asked): Answer | undefined =>
  consent.partnerId === partnerId && consent.givenAt <= now
    ? consent.answers.find((answer) => answer.scope === scope)
    : undefined

/**
 * Whether this one record says yes to exactly this, now [R127]. Ended and revoked ones behave as absent
 * [R131].
 */
export const covers = (consent: Consent, asked: Asked): boolean =>
  holds(consent, asked.now) && answerTo(consent, asked)?.answer === true

/** Where one question stands with one agency. `since` is when it came to stand so. */
export type Standing =
  | {
      readonly is: 'in_force'
      readonly consent: Consent
      readonly items: readonly Item[]
      readonly since: Date
    }
  | { readonly is: 'declined' | 'withdrawn' | 'ended'; readonly consent: Consent; readonly since: Date }
  | { readonly is: 'not_asked' }

const later = (one: Consent, other: Consent): number =>
  other.givenAt.getTime() - one.givenAt.getTime() || other.id.localeCompare(one.id)

/**
 * Where a question stands. The latest answer counts alone: when it was taken back or has ended, an older yes
 * does not come back to life [R130].
 */
export function standingOf(consents: readonly Consent[], asked: Asked): Standing {
  const { now } = asked
  const [consent] = consents.filter((each) => answerTo(each, asked) !== undefined).toSorted(later)
  if (consent === undefined) return { is: 'not_asked' }
  const { answer, items } = answerTo(consent, asked) as Answer
  if (consent.revokedAt !== null && consent.revokedAt <= now) {
    return { is: 'withdrawn', consent, since: consent.revokedAt }
  }
  if (!answer) return { is: 'declined', consent, since: consent.givenAt }
  if (consent.endsAt <= now) return { is: 'ended', consent, since: consent.endsAt }
  if (consent.startsAt > now) return { is: 'not_asked' }
  return { is: 'in_force', consent, items, since: consent.givenAt }
}

/** The two item lists of an agreement: what may cross each way, whatever a family says [R152]. */
export type AgreedItems = {
  readonly schoolToPartner: readonly string[]
  readonly partnerToSchool: readonly string[]
}

/**
 * The items that both the agreement and a family's yes let cross to the agency [R031]. Order of the
 * agreement.
 */
export const itemsAllowed = (agreement: AgreedItems, answers: readonly Answer[]): Item[] => {
  const agreedTo = new Set<string>(answers.filter(({ answer }) => answer).flatMap((each) => each.items))
  return agreement.schoolToPartner.filter((item) => agreedTo.has(item)) as Item[]
}

/** What needs asking: a question whose items the agreement lets nobody use is not put to a family. */
export function questionsFor(agreement: AgreedItems): Scope[] {
  const back = new Set(agreement.partnerToSchool)
  return [
    'referral_disclosure',
    'status_feedback',
    ...(back.has('participation') ? (['participation'] as const) : []),
    ...(back.has('safety_signal') ? (['safety_signals'] as const) : []),
    ...(agreement.schoolToPartner.includes('academic_observations')
      ? (['academic_observations'] as const)
      : []),
  ]
}

/** Somebody who cares for the student, and what the school knows about their say. */
export type Grantor = {
  readonly name: string
  readonly relationship: string
  readonly authority: 'may_consent' | 'may_not_consent' | 'unknown'
  readonly endedOn: string | null
}

/** What is known when answers are recorded. */
export type RecordingFacts = {
  readonly partnerId: string | null
  readonly referralEnded: boolean
  readonly grantorKind: 'caregiver' | 'student'
  readonly grantor: Grantor | undefined
  readonly method: Consent['method']
  readonly witness: string | undefined
  readonly documentReference: string | undefined
  readonly answered: readonly Scope[]
  readonly endsOn: string
  readonly today: string
}

const needsDocument: ReadonlySet<string> = new Set(['paper', 'e_signature'])

const obstacles = {
  no_partner: (facts) => facts.partnerId === null,
  referral_ended: (facts) => facts.referralEnded,
  minor_rule_missing: (facts) => facts.grantorKind === 'student',
  not_a_caregiver: (facts) =>
    facts.grantorKind === 'caregiver' && (facts.grantor === undefined || facts.grantor.endedOn !== null),
  authority_unknown: (facts) => facts.grantor?.endedOn === null && facts.grantor.authority === 'unknown',
  authority_missing: (facts) =>
    facts.grantor?.endedOn === null && facts.grantor.authority === 'may_not_consent',
  witness_missing: (facts) => facts.method === 'phone_witnessed' && facts.witness === undefined,
  document_missing: (facts) => needsDocument.has(facts.method) && facts.documentReference === undefined,
  nothing_answered: (facts) => facts.answered.length === 0,
  ends_before_today: (facts) => facts.endsOn < facts.today,
} satisfies Record<string, (facts: RecordingFacts) => boolean>
export type ObstacleToRecording = keyof typeof obstacles

/** Every reason these answers cannot be kept, in the order a person would clear them [R127] [R149]. */
export const obstaclesToRecording = (facts: RecordingFacts): ObstacleToRecording[] =>
  (Object.keys(obstacles) as ObstacleToRecording[]).filter((name) => obstacles[name](facts))
