/** The steps of the way to care, in their order [R080]. */
export const steps = ['referred', 'received', 'accepted', 'scheduled', 'seen', 'engaged'] as const
export type Step = (typeof steps)[number]

/** Why somebody did not come further: how the referral ended, or what was said last. */
export type LossReason = string

/** One need from its first referral on: another agency that was asked is the same way, not another one. */
export type Way = {
  /** When each step was reached; a referral itself is the first. */
  readonly reached: Readonly<Record<Exclude<Step, 'referred'>, boolean>>
  /** Whether the family turned to a provider outside the directory, and was seen there. */
  readonly outside: 'named' | 'seen' | null
  /** It ended, or whoever was to go on with it said that it does not. */
  readonly over: boolean
  /** What is on record about that; null where it ended and nobody had to say why, as with a connection. */
  readonly reason: LossReason | null
}

export type FunnelStep = {
  readonly step: Step
  /** How many came at least so far. */
  readonly reached: number
  /** How many of them turned to a provider outside the directory; from the first visit on, seen there. */
  readonly outside: number
  /** How many of them came no further, and it is over. */
  readonly lost: number
  /** How many of them may still come further. */
  readonly underWay: number
  readonly reasons: readonly { reason: LossReason | null; count: number }[]
}

/**
 * The furthest step of a way. Whatever lies before it was passed, whether or not anybody said so. A first
 * visit outside the directory is a first visit.
 */
export const furthestOf = ({ reached, outside }: Pick<Way, 'reached' | 'outside'>): Step =>
  steps.findLast((step) => step === 'referred' || reached[step] || (step === 'seen' && outside === 'seen')) ??
  'referred'

const isOutside = ({ outside, reached }: Way, step: Step): boolean =>
  step === 'seen' || step === 'engaged' ? outside === 'seen' && !reached.seen : outside !== null

function reasonsOf(ways: readonly Way[]): FunnelStep['reasons'] {
  const counted = Map.groupBy(ways, ({ reason }) => reason)
  return [...counted]
    .map(([reason, some]) => ({ reason, count: some.length }))
    .toSorted((one, other) => other.count - one.count || (one.reason ?? '').localeCompare(other.reason ?? ''))
}

/**
 * How many came how far, how many were lost at each step, and why. Whoever is engaged after one month is at
 * the end: nobody is lost there.
 */
export function funnelOf(ways: readonly Way[]): FunnelStep[] {
  return steps.map((step, at) => {
    const came = ways.filter((way) => steps.indexOf(furthestOf(way)) >= at)
    const stayed = step === 'engaged' ? [] : came.filter((way) => furthestOf(way) === step)
    const lost = stayed.filter(({ over }) => over)
    return {
      step,
      reached: came.length,
      outside: came.filter((way) => isOutside(way, step)).length,
      lost: lost.length,
      underWay: stayed.length - lost.length,
      reasons: reasonsOf(lost),
    }
  })
}
