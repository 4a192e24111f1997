import { z } from 'zod'
import { Code, count, findRepeated, words } from './wording.ts'

/** What a criterion looks at. `stated`: a person says so, with a date. */
const Measure = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('incidents'),
    count: count(1, 100),
    withinDays: count(1, 400),
  }),
  z.strictObject({
    by: z.literal('absence'),
    /** Share of enrolled days missed, in percent, once enough days have passed to tell. */
    percent: z.number('Give a number').min(1, 'Not below 1').max(100, 'Not above 100'),
    afterDays: count(1, 200),
  }),
  z.strictObject({ by: z.literal('crises'), withinDays: count(1, 400) }),
  z.strictObject({ by: z.literal('stated') }),
])

const Criterion = z.strictObject({
  code: Code,
  name: words(80),
  description: words(300),
  measure: Measure,
  inUse: z.boolean(),
})
export type HighNeedCriterion = z.infer<typeof Criterion>

/** The four criteria every district starts with, and what each looks at [R086]. */
const shippedMeasures: Record<string, HighNeedCriterion['measure']['by']> = {
  repeated_incidents: 'incidents',
  safety_concerns: 'stated',
  chronic_absence: 'absence',
  recent_crisis: 'crises',
}

/**
 * When a student is high need. A district may take a criterion out of use, word it anew and add its own
 * [R086].
 */
export const HighNeed = z
  .strictObject({ criteria: z.array(Criterion).max(20) })
  .superRefine(({ criteria }, context) => {
    if (findRepeated(criteria.map(({ code }) => code)) !== undefined) {
      context.addIssue({ code: 'custom', message: 'Each criterion has a code of its own' })
    }
    for (const [code, by] of Object.entries(shippedMeasures)) {
      if (criteria.some((each) => each.code === code && each.measure.by === by)) continue
      context.addIssue({ code: 'custom', message: `Keep ${code} on the list; it may be taken out of use` })
    }
  })
export type HighNeed = z.infer<typeof HighNeed>
