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

const named = (support: BriefSupport, { clinicianId }: ReviewChoice, { clinicians }: ReviewFacts) =>
  clinicianId === undefined ? support.clinicianId !== null : clinicians.includes(clinicianId)

type Test = (support: BriefSupport, choice: ReviewChoice, facts: ReviewFacts) => boolean
const obstacles = {
  not_running: ({ state }, { outcome }) => !supportLifecycle.allows(state, outcomes[outcome]),
  exit_criterion_missing: (_support, { outcome, exitCriterion }, facts) =>
    outcome !== 'continue' && !exitCriteria(facts).some(({ code }) => code === exitCriterion),
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
