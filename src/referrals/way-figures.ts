import { middleDays } from '#platform/middle.ts'
import type { Way } from './funnel.ts'

/** One need from its first referral on, as far as it has to be known to count how it went. */
export type Need = {
  /** When the first of the chain was referred: another agency that is asked keeps it [R034]. */
  readonly referredAt: Date
  /** When the first visit was held, at whichever agency; null while none was. */
  readonly firstSeenAt: Date | null
  /** Whether it was referred before, for the same need. */
  readonly repeats: boolean
}

export type NeedFigures = {
  readonly needs: number
  readonly repeats: number
  readonly seen: number
  /** Days from the first referral to the first visit of the one in the middle, to a tenth. */
  readonly daysToVisit: number | null
  /** Of those whose one month is over by the standard: how many, and how many still came then [R075]. */
  readonly monthSince: number
  readonly afterMonth: number
}

/**
 * How many needs there were, how many of them again [R033], how long it took to a first visit [R034], and how
 * many still came after one month [R075].
 * @param monthAfter when it is due to ask whether care goes on, by the standard in force
 */
export function needFigures(
  needs: readonly (Need & Pick<Way, 'reached'>)[],
  { now, monthAfter }: { now: Date; monthAfter: (firstSeenAt: Date) => Date },
): NeedFigures {
  const began = needs.filter(({ firstSeenAt }) => firstSeenAt !== null && monthAfter(firstSeenAt) <= now)
  const spans = needs.flatMap(({ referredAt, firstSeenAt }) =>
    firstSeenAt === null ? [] : [[referredAt, firstSeenAt] as const],
  )
  return {
    needs: needs.length,
    repeats: needs.filter(({ repeats }) => repeats).length,
    seen: spans.length,
    daysToVisit: middleDays(spans),
    monthSince: began.length,
    afterMonth: began.filter(({ reached }) => reached.engaged).length,
  }
}
