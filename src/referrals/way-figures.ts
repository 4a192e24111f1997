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
  /** Of those first seen a month ago or longer: how many, and how many still came then [R075]. */
  readonly monthSince: number
  readonly afterMonth: number
}

const month = 30 * 86_400_000

/**
 * How many needs there were, how many of them again [R033], how long it took to a first visit [R034], and how
 * many still came after one month [R075].
 */
export function needFigures(needs: readonly (Need & Pick<Way, 'reached'>)[], now: Date): NeedFigures {
  const began = needs.filter(
    ({ firstSeenAt }) => now.getTime() - (firstSeenAt?.getTime() ?? Infinity) >= month,
  )
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
