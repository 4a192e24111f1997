import { z } from 'zod'
import { choice, choices, day, id, optionalText } from '#platform/given.ts'
import type { Choice } from './rules.ts'

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

/** What was given, as the rules judge it. */
export function choiceOf(given: DecisionGiven): Choice {
  const { focus, ownerId, startsOn, plannedEndOn, reviewOn } = given.support
  const days = [startsOn, plannedEndOn, reviewOn]
  return {
    ...given,
    entryCriterion: orNone(given.entryCriterion),
    exitCriterion: orNone(given.exitCriterion),
    overrideReason: orNone(given.overrideReason),
    support: {
      ownerId,
      complete:
        orNone(focus) !== undefined && ownerId !== undefined && days.every((each) => each !== undefined),
      inOrder: (startsOn ?? '') < (reviewOn ?? '') && (reviewOn ?? '') <= (plannedEndOn ?? ''),
    },
  } as Choice
}
