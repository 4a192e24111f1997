import { z } from 'zod'
import { choice, choices, day, id, optionalText } from '#platform/given.ts'
import type { Choice, Chosen } from './choice.ts'
import type { ObstacleToDeciding } from './rules.ts'

/**
 * What the form of a decision sends. What each path needs is judged together, so that every reason is named
 * at once.
 */
export const DecisionGiven = z.object({
  concernId: id,
  /** The run of the checklist the person was looking at. */
  screeningId: id,
  path: choice(['a', 'b', 'c'], 'Choose a path'),
  tier: z.coerce
    .number({ error: 'Choose a tier' })
    .pipe(z.union([z.literal(1), z.literal(2), z.literal(3)], { error: 'Choose a tier' })),
  reasonCategory: z.string({ error: 'Choose the main reason' }).max(60),
  entryCriterion: optionalText(60),
  exitCriterion: optionalText(60),
  overrideReason: optionalText(1000),
  reviewerId: id.optional(),
  clinicianId: id.optional(),
  navigatorId: id.optional(),
  /** Earlier referrals the person knows of, and refers again all the same. */
  knownReferrals: choices(id),
  support: z
    .object({
      focus: optionalText(200),
      ownerId: id.optional(),
      startsOn: day.optional(),
      plannedEndOn: day.optional(),
      reviewOn: day.optional(),
    })
    .default({}),
})
export type DecisionGiven = z.output<typeof DecisionGiven>

const orNone = (typed: string | undefined) => (typed === '' ? undefined : typed)

/** What was given so far, as the rules judge it. */
export function chosenOf(given: Partial<DecisionGiven>): Chosen {
  const { focus, ownerId, startsOn, plannedEndOn, reviewOn } = given.support ?? {}
  return {
    path: given.path,
    tier: given.tier,
    reasonCategory: given.reasonCategory,
    entryCriterion: orNone(given.entryCriterion),
    exitCriterion: orNone(given.exitCriterion),
    overrideReason: orNone(given.overrideReason),
    reviewerId: given.reviewerId,
    clinicianId: given.clinicianId,
    navigatorId: given.navigatorId,
    knownReferrals: given.knownReferrals ?? [],
    support: { focus: orNone(focus), ownerId, startsOn, plannedEndOn, reviewOn },
  }
}

/** The same of a form in which everything fits. */
export const choiceOf = (given: DecisionGiven): Choice => {
  const { path, tier, reasonCategory } = given
  return { ...chosenOf(given), path, tier, reasonCategory }
}

/** Which field of the form clears an obstacle. The others are cleared elsewhere. */
export const fieldOfObstacle: Partial<Record<ObstacleToDeciding, string>> = {
  reason_not_listed: 'reasonCategory',
  entry_criterion_missing: 'entryCriterion',
  exit_criterion_missing: 'exitCriterion',
  override_reason_missing: 'overrideReason',
  reviewer_missing: 'reviewerId',
  reviewer_is_decider: 'reviewerId',
  reviewer_not_designated: 'reviewerId',
  high_risk_without_clinician: 'clinicianId',
  clinician_not_here: 'clinicianId',
  immediate_risk_in_queue: 'path',
  navigator_missing: 'navigatorId',
  navigator_not_here: 'navigatorId',
  repeat_not_known: 'knownReferrals',
  support_focus_missing: 'support.focus',
  support_owner_missing: 'support.ownerId',
  support_start_missing: 'support.startsOn',
  support_review_missing: 'support.reviewOn',
  support_end_missing: 'support.plannedEndOn',
  support_days_out_of_order: 'support.reviewOn',
  owner_not_here: 'support.ownerId',
}
