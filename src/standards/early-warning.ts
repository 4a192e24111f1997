import { z } from 'zod'
import { count } from './wording.ts'

/**
 * When days missed and incidents raise a concern by themselves [R002] [R003]. The chronic level of absence is
 * a high-need criterion, and stands among those.
 */
export const EarlyWarning = z.strictObject({
  /** Whole days missed, excused or not. */
  absentDays: count(1, 60),
  absentWithinDays: count(1, 200),
  incidents: count(1, 60),
  incidentsWithinDays: count(1, 400),
})
export type EarlyWarning = z.infer<typeof EarlyWarning>

/** Numbers of our own. */
export const sampleEarlyWarning: EarlyWarning = {
  absentDays: 4,
  absentWithinDays: 30,
  incidents: 3,
  incidentsWithinDays: 30,
}
