import { addCalendarDaysAt, type SchoolCalendar } from '#district/contract.ts'
import type { Model } from '#standards/contract.ts'

/** A referral that another one for the same need would repeat. */
export type EarlierReferral = {
  id: string
  number: number
  schoolId: string
  reasonCategory: string
  referredAt: Date
  /** Null while it is open. */
  endedAt: Date | null
}

/** Since when a referral that ended without a connection counts, by the standard in force [R033]. */
export function repeatSince(
  model: Pick<Model, 'time_standards'>,
  { calendar, at }: { calendar: SchoolCalendar; at: Date },
): Date {
  const { limit } = model.time_standards.body.repeat_referral
  const days = limit.unit === 'calendar_days' || limit.unit === 'school_days' ? limit.amount : 0
  return addCalendarDaysAt(calendar, at, -days)
}

/** The earlier referral that one with this main reason repeats, if there is one. */
export const repeated = (
  earlier: readonly EarlierReferral[],
  reasonCategory: string,
): EarlierReferral | undefined => earlier.find((each) => each.reasonCategory === reasonCategory)
