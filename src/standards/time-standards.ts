import { z } from 'zod'
import { clockNames } from './clocks.ts'
import { ClockStandard } from './limits.ts'
import { shippedLimits } from './shipped-limits.ts'

/**
 * Every clock has a limit. A version written before a clock existed reads with the shipped limit for it, so
 * that a new clock never makes an old version unreadable.
 */
export const TimeStandards = z.preprocess(
  (given) => (typeof given === 'object' && given !== null ? { ...shippedLimits, ...given } : given),
  z.record(z.enum(clockNames), ClockStandard),
)
export type TimeStandards = z.infer<typeof TimeStandards>
