import type { Answer, Consent, Scope } from './consent.ts'

/** Answers of two who may consent that differ, latest first, and since when they do. */
export type Conflicting = {
  readonly consent: Consent
  readonly between: readonly Consent[]
  readonly since: Date
}

/** Why one answer counts where two differ. */
export const settlingReasons = [
  'order_names_one',
  'one_decides_alone',
  'they_agreed',
  'legal_advice',
] as const
export type SettlingReason = (typeof settlingReasons)[number]

type Asked = { scope: Scope; now: Date }

const answerIn = (consent: Consent, scope: Scope): Answer | undefined =>
  consent.answers.find((answer) => answer.scope === scope)

const isTakenBack = ({ revokedAt }: Consent, now: Date) => revokedAt !== null && revokedAt <= now

/** A yes that was taken back is the no of whoever gave it. */
const meansYes = (consent: Consent, { scope, now }: Asked): boolean =>
  answerIn(consent, scope)?.answer === true && !isTakenBack(consent, now)

/** When somebody last said something: the answer, or taking it back. */
const saidAt = (consent: Consent, now: Date): Date =>
  isTakenBack(consent, now) ? (consent.revokedAt as Date) : consent.givenAt

/** When a person decided which answer counts, or undefined. */
const decidedAt = (consent: Consent, { scope, now }: Asked): Date | undefined => {
  const at = answerIn(consent, scope)?.settledAt
  return at == null || new Date(at) > now ? undefined : new Date(at)
}

/**
 * The latest word of each caregiver that has not ended by itself. What a student answered alone is the
 * student's: no caregiver is asked about it.
 * @param known latest first
 */
function latestOfEach(known: readonly Consent[], { now }: Asked): Consent[] {
  const heard = new Set<unknown>()
  return known.filter((consent) => {
    const first = !heard.has(consent.caregiverId)
    heard.add(consent.caregiverId)
    return first && consent.grantorKind === 'caregiver' && consent.endsAt > now
  })
}

const latest = (moments: readonly Date[]) => new Date(Math.max(...moments.map((at) => at.getTime())))

/**
 * The answer a person decided for, when nobody has said anything since.
 * @param known answers to one question towards one agency, latest first
 */
export function settledOf(known: readonly Consent[], asked: Asked): Consent | undefined {
  const decisions = known.flatMap((consent) => {
    const at = decidedAt(consent, asked)
    return at === undefined ? [] : [{ consent, at }]
  })
  const [last] = decisions.toSorted((one, other) => other.at.getTime() - one.at.getTime())
  if (last === undefined) return undefined
  // Taking back the answer that was decided for needs no new decision: it ends what was allowed.
  const others = known.filter(({ id }) => id !== last.consent.id)
  return others.every((each) => saidAt(each, asked.now) <= last.at) ? last.consent : undefined
}

/** Whether two who may consent differ on one question, and nobody decided since. @param known latest first */
export function conflictIn(known: readonly Consent[], asked: Asked): Conflicting | undefined {
  if (settledOf(known, asked) !== undefined) return undefined
  const between = latestOfEach(known, asked)
  const yes = between.filter((consent) => meansYes(consent, asked))
  const [consent] = between
  if (consent === undefined || yes.length === 0 || yes.length === between.length) return undefined
  return { consent, between, since: latest(between.map((each) => saidAt(each, asked.now))) }
}
