import { z } from 'zod'
import { type Clock, clockNames } from './clocks.ts'
import { ClockStandard } from './limits.ts'
import { shippedLimits } from './shipped-limits.ts'
import { isLimitTwice, needLevels, tierClocks, TierLimit } from './tier-limits.ts'
import { tiers } from './tiers.ts'

const ofEachClock = Object.fromEntries(clockNames.map((clock) => [clock, ClockStandard])) as Record<
  Clock,
  typeof ClockStandard
>

/**
 * Every clock has a limit, and some have others for a tier and a need level. A version written before a clock
 * or the limits by tier existed reads with what ships for it, so that nothing new makes an old version
 * unreadable.
 */
export const TimeStandards = z.preprocess(
  (given) => (typeof given === 'object' && given !== null ? { ...shippedLimits, ...given } : given),
  z.strictObject({
    ...ofEachClock,
    byTier: z
      .array(TierLimit)
      .max(tierClocks.length * tiers.length * needLevels.length)
      .refine((rows) => !isLimitTwice(rows), 'Two limits are for the same step, tier and need'),
  }),
)
export type TimeStandards = z.infer<typeof TimeStandards>
