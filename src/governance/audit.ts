import type { Following, Step } from '#crisis/contract.ts'
import { countedSteps } from '#debriefs/contract.ts'
import { isSmall } from '#platform/small-counts.ts'
import type { Marks } from './sample.ts'

/** How often a step was followed, in reviewed cases; null where it could say whom a count is of. */
export type Audited = { readonly step: Step; readonly of: Readonly<Record<Following, number>> | null }

/**
 * How each step went over the reviewed cases of a sample or a period [R109]. For whoever reads no record a
 * step is shown whole or not at all: within it one count follows from the others.
 */
export const audited = (reviewed: readonly Marks[], hidesSmall: boolean): Audited[] =>
  countedSteps(reviewed).map(({ step, of }) => ({
    step,
    of: hidesSmall && Object.values(of).some(isSmall) ? null : of,
  }))

/** The share of the cases in which a step was followed, of those of which anything is known of it. */
export const shareOf = ({
  followed,
  not_followed: not,
  not_documented: unknown,
}: Record<Following, number>) => Math.round((followed / Math.max(1, followed + not + unknown)) * 100)
