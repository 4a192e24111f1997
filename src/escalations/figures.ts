import { middleDays } from '#platform/middle.ts'
import { isSmall } from '#platform/small-counts.ts'
import type { Cause, Ending } from './escalation.ts'

/** One escalation, as far as it has to be known to count it. */
export type Counted = {
  readonly cause: Cause
  readonly ending: Ending | null
  readonly openedAt: Date
  readonly closedAt: Date | null
}

/** How many stalled for one cause, how each of them ended, and how long that took. */
export type Figures = {
  readonly opened: number
  readonly open: number
  readonly connected: number
  readonly otherPlan: number
  /** Days from opening to closing of the one in the middle, to a tenth; null while none is closed. */
  readonly middleDays: number | null
}
export type CauseFigures = Figures & { readonly cause: Cause }

/** What some escalations come to [R093]. */
export function figuresOf(some: readonly Counted[]): Figures {
  const ended = (ending: Ending) => some.filter((each) => each.ending === ending).length
  const spans = some.flatMap(({ openedAt, closedAt }) =>
    closedAt === null ? [] : [[openedAt, closedAt] as const],
  )
  return {
    opened: some.length,
    open: some.filter(({ closedAt }) => closedAt === null).length,
    connected: ended('connected'),
    otherPlan: ended('other_plan'),
    middleDays: middleDays(spans),
  }
}

/** The same for each cause there was, the most frequent first. */
export const figuresByCause = (some: readonly Counted[]): CauseFigures[] =>
  [...Map.groupBy(some, ({ cause }) => cause)]
    .map(([cause, of]) => ({ cause, ...figuresOf(of) }))
    .toSorted((one, other) => other.opened - one.opened || one.cause.localeCompare(other.cause))

/**
 * Whether figures may be read by somebody who reads no record: no part of them is so small that it says who
 * it is about. What is left of a sum would say it too, so that all of them are held back.
 */
export const tellsNobody = ({ opened, open, connected, otherPlan }: Figures): boolean =>
  ![opened, open, connected, otherPlan].some(isSmall)
