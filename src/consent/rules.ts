import { type Conflicting, conflictIn, settledOf } from './conflict.ts'
import type { Answer, Consent, Item, Scope } from './consent.ts'
import { type Element, eligibleFrom, missingElements, needsDocument } from './law.ts'
import { type OwnAnswer, ownAnswer } from './minor-rule.ts'
import { isWordedIn, wordingVersion } from './wordings.ts'

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
 * [R131], and so do those that lack what the law asks for.
 */
export const covers = (consent: Consent, asked: Asked): boolean =>
  holds(consent, asked.now) &&
  answerTo(consent, asked)?.answer === true &&
  missingElements(consent, asked.scope).length === 0

/** Where one question stands with one agency. `since` is when it came to stand so. */
export type Standing =
  | {
      readonly is: 'in_force'
      readonly consent: Consent
      readonly items: readonly Item[]
      readonly since: Date
    }
  | { readonly is: 'declined' | 'withdrawn' | 'ended'; readonly consent: Consent; readonly since: Date }
  /** A yes that lacks what the law of the record asks for: named, and nothing crosses on it. */
  | {
      readonly is: 'incomplete'
      readonly consent: Consent
      readonly missing: readonly Element[]
      readonly since: Date
    }
  /** Two who may consent said different things: nothing crosses until a person decides. */
  | ({ readonly is: 'conflicting' } & Conflicting)
  | { readonly is: 'not_asked' }

const later = (one: Consent, other: Consent): number =>
  other.givenAt.getTime() - one.givenAt.getTime() || other.id.localeCompare(one.id)

/** The answer that counts: the one a person decided for since, else the latest. */
const countingOf = (known: readonly Consent[], asked: Asked): Consent | undefined =>
  settledOf(known, asked) ?? known[0]

/** Where one answer stands by itself. */
function standingAlone(consent: Consent, asked: Asked): Standing {
  const { now, scope } = asked
  const { answer, items } = answerTo(consent, asked) as Answer
  if (consent.revokedAt !== null && consent.revokedAt <= now) {
    return { is: 'withdrawn', consent, since: consent.revokedAt }
  }
  if (!answer) return { is: 'declined', consent, since: consent.givenAt }
  if (consent.endsAt <= now) return { is: 'ended', consent, since: consent.endsAt }
  if (consent.startsAt > now) return { is: 'not_asked' }
  const missing = missingElements(consent, scope)
  if (missing.length > 0) return { is: 'incomplete', consent, missing, since: consent.givenAt }
  return { is: 'in_force', consent, items, since: consent.givenAt }
}

/**
 * Where a question stands. The latest answer counts alone: when it was taken back or has ended, an older yes
 * does not come back to life [R130]. Two who may consent and differ are a conflict until a person decides.
 */
export function standingOf(consents: readonly Consent[], asked: Asked): Standing {
  const known = consents.filter((each) => answerTo(each, asked) !== undefined).toSorted(later)
  const counting = countingOf(known, asked)
  if (counting === undefined) return { is: 'not_asked' }
  const conflict = conflictIn(known, asked)
  return conflict === undefined ? standingAlone(counting, asked) : { is: 'conflicting', ...conflict }
}

/**
 * Whether a student answered alone under a rule for this referral: a class of its own, which no caregiver
 * sees or is contacted about [R151]. It stays so when the answer has ended: that it was given is kept.
 */
export const isMinorConsented = (consents: readonly Pick<Consent, 'minorConsented'>[]): boolean =>
  consents.some(({ minorConsented }) => minorConsented)

/** Somebody who cares for the student, and what the school knows about their say. */
export type Grantor = {
  readonly name: string
  readonly relationship: string
  readonly authority: 'may_consent' | 'may_not_consent' | 'unknown'
  readonly endedOn: string | null
}

/** The same in a list of whom to ask. */
export type ListedGrantor = Grantor & {
  readonly id: string
  readonly language: string
  readonly interpreter: boolean
  readonly phone: string | null
  /** Whether the school contacts them at all. */
  readonly mayBeContacted: boolean
}

/** What is known when answers are recorded. */
export type RecordingFacts = {
  readonly partnerId: string | null
  readonly referralEnded: boolean
  readonly grantorKind: 'caregiver' | 'student'
  readonly grantor: Grantor | undefined
  /** How old the student is, when that is known. */
  readonly age: number | null
  /** What is known of a student who answers alone; undefined when a caregiver does. */
  readonly own: OwnAnswer | undefined
  /** Whether the student answered alone before: no caregiver is asked about it. */
  readonly minorConsented: boolean
  readonly method: Consent['method']
  /** BCP 47 tag of the language the questions were put in, and who said them in it. */
  readonly language: string
  readonly interpreter: string | undefined
  readonly witness: string | undefined
  readonly documentReference: string | undefined
  /** Scans of the signed paper that came along. */
  readonly scans: number
  readonly answered: readonly Scope[]
  readonly endsOn: string
  readonly today: string
}

const aloneAnswer = ({ grantorKind, own, answered }: RecordingFacts) =>
  grantorKind === 'student' ? ownAnswer(own ?? { age: null, rule: undefined }, answered) : 'may'

const obstacles = {
  no_partner: (facts) => facts.partnerId === null,
  referral_ended: (facts) => facts.referralEnded,
  birth_date_missing: (facts) => aloneAnswer(facts) === 'birth_date_missing',
  minor_rule_missing: (facts) => aloneAnswer(facts) === 'minor_rule_missing',
  too_young: (facts) => aloneAnswer(facts) === 'too_young',
  minor_consented: (facts) => facts.grantorKind === 'caregiver' && facts.minorConsented,
  // 34 CFR 99.5(a)(1): from that age on the rights of a parent are the student's own.
  adult_student: ({ grantorKind, age }) => grantorKind === 'caregiver' && age !== null && age >= eligibleFrom,
  not_a_caregiver: (facts) =>
    facts.grantorKind === 'caregiver' && (facts.grantor === undefined || facts.grantor.endedOn !== null),
  authority_unknown: (facts) => facts.grantor?.endedOn === null && facts.grantor.authority === 'unknown',
  authority_missing: (facts) =>
    facts.grantor?.endedOn === null && facts.grantor.authority === 'may_not_consent',
  witness_missing: (facts) => facts.method === 'phone_witnessed' && facts.witness === undefined,
  // 45 CFR 164.508(c)(2): a statement nobody could understand was not made.
  interpreter_missing: ({ language, interpreter }) =>
    interpreter === undefined && !isWordedIn(wordingVersion, language),
  document_missing: ({ method, documentReference, scans }) =>
    needsDocument.has(method) && documentReference === undefined && scans === 0,
  scan_not_paper: (facts) => facts.scans > 0 && facts.method !== 'paper',
  nothing_answered: (facts) => facts.answered.length === 0,
  ends_before_today: (facts) => facts.endsOn < facts.today,
} satisfies Record<string, (facts: RecordingFacts) => boolean>
export type ObstacleToRecording = keyof typeof obstacles

/** Every reason these answers cannot be kept, in the order a person would clear them [R127] [R149]. */
export const obstaclesToRecording = (facts: RecordingFacts): ObstacleToRecording[] =>
  (Object.keys(obstacles) as ObstacleToRecording[]).filter((name) => obstacles[name](facts))
