import { entersBy } from '#concerns/contract.ts'
import { getTier, type Model, type Tier } from '#standards/contract.ts'
import { type Outcome, outcomes, supportLifecycle, type SupportState } from './lifecycle.ts'
import type { BriefSupport } from './support.ts'

/**
 * Where a support stands on a day: one whose review day has come is due, whether or not anything has called
 * it yet.
 */
export const stateOn = (
  { state, reviewOn }: Pick<BriefSupport, 'state' | 'reviewOn'>,
  today: string,
): SupportState => (state === 'active' && reviewOn <= today ? 'review_due' : state)

export type ReviewChoice = {
  outcome: Outcome
  exitCriterion: string | undefined
  /** Of the tier the student goes to, where the support ends in a lower one. */
  entryCriterion: string | undefined
  nextReviewOn: string | undefined
  clinicianId: string | undefined
  whatChanged: string | undefined
}

export type ReviewFacts = {
  model: Model
  /** The tier the student is in; 2 when none is on record, because a brief support is a tier 2 support. */
  tier: Tier
  today: string
  clinicians: readonly string[]
}

/** The exit criteria a review may cite: those of the tier the student is in that are in use. */
export const exitCriteria = ({ model, tier }: Pick<ReviewFacts, 'model' | 'tier'>) =>
  getTier(model.tiers.body, tier).exit.filter(({ inUse }) => inUse)

/** The entry criteria of a tier that are in use. */
export const entryCriteria = ({ model, tier }: Pick<ReviewFacts, 'model' | 'tier'>) =>
  getTier(model.tiers.body, tier).entry.filter(({ inUse }) => inUse)

/** The lower tier a support ends in: the first when the goals are met, one down when less is enough. */
export function tierAfter(outcome: Outcome, tier: Tier): Tier | undefined {
  if (tier === 1) return undefined
  if (outcome === 'met') return 1
  return outcome === 'step_down' ? ((tier - 1) as Tier) : undefined
}

/** The tiers a review can end in, the nearest first. */
export const tiersAfter = (tier: Tier): Tier[] => [
  ...new Set((['step_down', 'met'] as const).flatMap((outcome) => tierAfter(outcome, tier) ?? [])),
]

const entersLower = ({ outcome, entryCriterion }: ReviewChoice, { model, tier }: ReviewFacts) => {
  const to = tierAfter(outcome, tier)
  return to === undefined || entersBy(model, to, entryCriterion)
}

const named = (support: BriefSupport, { clinicianId }: ReviewChoice, { clinicians }: ReviewFacts) =>
  clinicianId === undefined ? support.clinicianId !== null : clinicians.includes(clinicianId)

type Test = (support: BriefSupport, choice: ReviewChoice, facts: ReviewFacts) => boolean
const obstacles = {
  not_running: ({ state }, { outcome }) => !supportLifecycle.allows(state, outcomes[outcome]),
  exit_criterion_missing: (_support, { outcome, exitCriterion }, facts) =>
    outcome !== 'continue' && !exitCriteria(facts).some(({ code }) => code === exitCriterion),
  entry_criterion_missing: (_support, choice, facts) => !entersLower(choice, facts),
  next_review_missing: (_support, { outcome, nextReviewOn }, { today }) =>
    outcome === 'continue' && (nextReviewOn === undefined || nextReviewOn <= today),
  high_risk_without_clinician: (support, choice, facts) =>
    choice.outcome === 'continue' && support.highRiskAt !== null && !named(support, choice, facts),
  clinician_not_here: (_support, { clinicianId }, { clinicians }) =>
    clinicianId !== undefined && !clinicians.includes(clinicianId),
  change_unsaid: (_support, { outcome, whatChanged }) => outcome === 'step_up' && whatChanged === undefined,
} satisfies Record<string, Test>

export type ObstacleToReviewing = keyof typeof obstacles

/** Every reason a review cannot end this way, in the order a person would clear them. */
export const obstaclesToReviewing = (
  support: BriefSupport,
  choice: ReviewChoice,
  facts: ReviewFacts,
): ObstacleToReviewing[] =>
  (Object.keys(obstacles) as ObstacleToReviewing[]).filter((name) => obstacles[name](support, choice, facts))
