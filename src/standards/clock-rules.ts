import type { SchoolCalendar } from '#district/contract.ts'
import type { Clock } from './clocks.ts'
import type { Limit } from './limits.ts'
import type { Pause } from './pause.ts'
import { afterPauses, type Reach, reach } from './reach.ts'
import { limitForTier, type NeedLevel } from './tier-limits.ts'
import type { Tier } from './tiers.ts'
import type { TimeStandards } from './time-standards.ts'

/** Something with a clock: what it is, when it started, and what may shorten it. */
export type Started = {
  readonly clock: Clock
  readonly startedAt: Date
  readonly urgent?: boolean | undefined
  readonly highNeed?: boolean | undefined
  /** The tier that was decided, where one was: a step may have limits of its own for it. */
  readonly tier?: Tier | null | undefined
  readonly pauses?: readonly Pause[] | undefined
}

export type Because = 'standard' | 'tier' | 'urgent' | 'high_need' | 'tier_high_need'

export type Due = Reach & {
  readonly startedAt: Date
  readonly standard: { readonly clock: Clock } & Limit
  /** Which of the clock's limits applies. */
  readonly because: Because
}

type Applies = { because: Because; limit: Limit }

/**
 * The limits of a clock that apply, the ordinary one first. What is written for a tier stands in the place of
 * what is written for everybody, be it shorter or longer; what shortens a clock is beside it.
 */
function limitsFor(standards: TimeStandards, { clock, tier, urgent, highNeed }: Started): Applies[] {
  const own = (need: NeedLevel) =>
    tier == null ? undefined : limitForTier(standards.byTier, { clock, tier, need })
  const of = standards[clock]
  const [ordinary, high] = [own('any'), own('high_need')]
  return [
    ordinary === undefined ? { because: 'standard', limit: of.limit } : { because: 'tier', limit: ordinary },
    ...(urgent === true && of.urgent !== undefined ? [{ because: 'urgent', limit: of.urgent } as const] : []),
    ...(highNeed === true && high !== undefined ? [{ because: 'tier_high_need', limit: high } as const] : []),
    ...(highNeed === true && high === undefined && of.highNeed !== undefined
      ? [{ because: 'high_need', limit: of.highNeed } as const]
      : []),
  ]
}

/**
 * When something is due under the time standards it started with. Where several limits apply, the soonest
 * counts; being urgent or high need never gives more time. Beneath a pause the clock of a high-need student
 * runs on: what ran out meanwhile is due the moment the pause is over, so that a pause hides no stall beyond
 * its end.
 */
export function dueAt(calendar: SchoolCalendar, standards: TimeStandards, started: Started): Due {
  const { clock, startedAt, pauses, highNeed } = started
  const reached = ({ limit }: { limit: Limit }): Reach =>
    highNeed === true
      ? afterPauses(calendar, pauses ?? [], { limit, reached: reach(calendar, limit, { startedAt }) })
      : reach(calendar, limit, { startedAt, pauses })
  return limitsFor(standards, started)
    .map(
      ({ because, limit }): Due => ({
        ...reached({ limit }),
        startedAt,
        standard: { clock, ...limit },
        because,
      }),
    )
    .reduce((soonest, each) => (each.dueAt < soonest.dueAt ? each : soonest))
}

/** Whether a standard was kept, and the minutes it took. Computed by the product, never typed [R042]. */
export function resultOf(due: Due, doneAt: Date): { kept: boolean; minutes: number } {
  return {
    kept: doneAt < due.lateAt,
    minutes: Math.floor((doneAt.getTime() - due.startedAt.getTime()) / 60_000),
  }
}
