import type { NeedKind } from './need.ts'
import type { FamilyProfile } from './profile.ts'

/** What is known of a family that may stand between it and a visit. */
export type KnownOfFamily = {
  readonly profile: Pick<FamilyProfile, 'workLimits' | 'transport' | 'capacity'> | undefined
  /** A caregiver needs an interpreter. */
  readonly interpreter: boolean
  /** What is needed at home and not met. */
  readonly needs: readonly NeedKind[]
}

/** What of it speaks for a barrier. */
export const reasonsToSuggest = [
  'no_way_there',
  'hours_of_work',
  'carries_too_much',
  'interpreter',
  'needs_at_home',
  'needs_coverage',
] as const
export type ReasonToSuggest = (typeof reasonsToSuggest)[number]

/** By which reason somebody should look at a barrier. Its category is a code of the list of barriers. */
export type Suggestion = { readonly category: string; readonly because: readonly ReasonToSuggest[] }

const basics: readonly NeedKind[] = ['food', 'housing', 'benefits', 'clothing', 'internet']
const needsAny = ({ needs }: KnownOfFamily, kinds: readonly NeedKind[]) =>
  needs.some((kind) => kinds.includes(kind))

const speaks: Readonly<
  Record<ReasonToSuggest, { category: string; holds: (known: KnownOfFamily) => boolean }>
> = {
  no_way_there: {
    category: 'transportation',
    holds: (known) => known.profile?.transport === 'none' || needsAny(known, ['transport']),
  },
  hours_of_work: {
    category: 'work_schedule',
    holds: ({ profile }) => profile?.workLimits.some((limit) => limit !== 'no_limits') ?? false,
  },
  carries_too_much: {
    category: 'caregiver_capacity',
    holds: (known) => known.profile?.capacity === 'carries_too_much' || needsAny(known, ['child_care']),
  },
  interpreter: { category: 'language', holds: ({ interpreter }) => interpreter },
  needs_at_home: { category: 'competing_priorities', holds: (known) => needsAny(known, basics) },
  needs_coverage: { category: 'insurance_eligibility', holds: (known) => needsAny(known, ['coverage']) },
}

/**
 * The barriers that what is known of a family speaks of [R352]. They are offered, and opened by a person
 * alone: a family that has no car may have a neighbor.
 */
export function suggestedBarriers(known: KnownOfFamily): Suggestion[] {
  const holding = reasonsToSuggest.filter((reason) => speaks[reason].holds(known))
  const byCategory = Map.groupBy(holding, (reason) => speaks[reason].category)
  return [...byCategory].map(([category, because]) => ({ category, because }))
}
