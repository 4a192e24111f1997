import { z } from 'zod'
import type { Clock } from './clocks.ts'
import { Limit } from './limits.ts'
import { type Tier, tiers } from './tiers.ts'
import { Code } from './wording.ts'

/** Steps of the loop that may have a limit of their own for each tier: all begin once a tier is decided. */
export const tierClocks = [
  'warm_handoff',
  'assessment',
  'high_need_intake',
  'not_received',
  'not_accepted',
  'not_scheduled',
  'not_seen',
  'silent',
  'one_month',
  'progress_meeting',
  'escalation_answer',
  'escalation_decision',
] as const satisfies readonly Clock[]

/** How much a student needs, as far as a limit asks: any student of the tier, or one of high need. */
export const needLevels = ['any', 'high_need'] as const
export type NeedLevel = (typeof needLevels)[number]

/** The limit of one step for the students of one tier, or for those of them who are high need. */
export const TierLimit = z.strictObject({
  code: Code,
  clock: z.enum(tierClocks),
  tier: z.literal(tiers),
  need: z.enum(needLevels),
  limit: Limit,
})
export type TierLimit = z.infer<typeof TierLimit>

/** The limit a step has for a tier and a need level, or undefined where it has the one of the step. */
export const limitForTier = (
  rows: readonly TierLimit[],
  asked: { clock: Clock; tier: Tier; need: NeedLevel },
): Limit | undefined =>
  rows.find(({ clock, tier, need }) => clock === asked.clock && tier === asked.tier && need === asked.need)
    ?.limit

/** Whether two rows are for the same step, tier and need level: one of them would never count. */
export const isLimitTwice = (rows: readonly TierLimit[]): boolean =>
  new Set(rows.map(({ clock, tier, need }) => `${clock} ${tier} ${need}`)).size < rows.length
