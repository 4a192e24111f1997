import { z } from 'zod'
import { timeOfDay } from '#platform/given.ts'
import { count } from './wording.ts'

/**
 * How long something may take. `same_day`: the calendar day it started; with a cut-off, what starts at that
 * time or later, or on a closed day, counts to the next school day. `school_week`: the last school day of
 * the same week. `school_days` and `calendar_days`: so many days after it started. `working_minutes` run
 * while school is open, `minutes` always; no minutes at all means at once.
 */
export const Limit = z.discriminatedUnion(
  'unit',
  [
    z.strictObject({ unit: z.literal('same_day'), cutOff: timeOfDay.optional() }),
    z.strictObject({ unit: z.literal('school_week') }),
    z.strictObject({ unit: z.literal('school_days'), amount: count(1, 400) }),
    z.strictObject({
      unit: z.literal('calendar_days'),
      amount: count(1, 1100),
      /** Closures of the school calendar are not counted; weekends are. */
      skipHolidays: z.boolean().optional(),
    }),
    z.strictObject({ unit: z.literal('working_minutes'), amount: count(1, 10_000) }),
    z.strictObject({ unit: z.literal('minutes'), amount: count(0, 10_080) }),
  ],
  { error: 'Choose what it is counted in' },
)
export type Limit = z.infer<typeof Limit>

/** What a limit can be counted in. */
export const limitUnits = [
  'same_day',
  'school_week',
  'school_days',
  'calendar_days',
  'working_minutes',
  'minutes',
] as const satisfies readonly Limit['unit'][]

/** What a limit says beside its unit. */
export type LimitPart = 'amount' | 'cutOff' | 'skipHolidays'

/** What a limit in this unit says beside it; nothing for what is no unit. */
export function partsOfUnit(unit: unknown): LimitPart[] {
  const shape = Limit.options.find((option) => option.shape.unit.value === unit)?.shape ?? {}
  return Object.keys(shape).filter((part): part is LimitPart => part !== 'unit')
}

/**
 * The limit of one clock, with the shorter ones that apply when something is urgent or a student is high
 * need.
 */
export const ClockStandard = z.strictObject({
  limit: Limit,
  urgent: Limit.optional(),
  highNeed: Limit.optional(),
})
export type ClockStandard = z.infer<typeof ClockStandard>
