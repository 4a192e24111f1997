import { servingOf, type Serving } from '#caseloads/contract.ts'
import { calendarOf, dayOf } from '#district/contract.ts'
import { barriersOf } from '#handoffs/contract.ts'
import type { Transaction } from '#platform/database/database.ts'
import { labelOf, modelInForce } from '#standards/contract.ts'
import { type AgreedMeasure, measuresOf } from '#supports/contract.ts'
import type { Review, ReviewLine } from './review.ts'

/** How things stand with a student of a case review now. */
export type CaseFacts = {
  /** Agencies the family lets be coordinated with: none once it took that back. */
  readonly agencies: readonly Serving[]
  /** What stands in the way and is not cleared, in words. */
  readonly barriers: readonly string[]
  readonly measures: readonly AgreedMeasure[]
  /** Whether one of the measures was brought up to date in the week of the review. */
  readonly updated: boolean
}

/** Reads how things stand with one student of a case review [R161]. */
export async function caseFacts(
  tx: Transaction,
  { review, line, now }: { review: Review; line: Pick<ReviewLine, 'studentId'>; now: Date },
): Promise<CaseFacts> {
  const [agencies, measures, model, calendar] = await Promise.all([
    servingOf(tx, { schools: review.schoolIds, studentId: line.studentId, now }),
    measuresOf(tx, line.studentId),
    modelInForce(tx, now),
    calendarOf(tx),
  ])
  const barriers = await Promise.all(agencies.map(({ referralId }) => barriersOf(tx, referralId)))
  return {
    agencies,
    barriers: barriers
      .flat()
      .filter(({ resolvedAt }) => resolvedAt === null)
      .map(({ category: code }) => labelOf(model.reasons.body, 'barrier', { code })),
    measures,
    updated: measures.some(({ agreedAt }) => dayOf(calendar, agreedAt) >= review.weekOn),
  }
}
