import type { Unit } from '#access/unit.ts'
import { calendarOf } from '#district/contract.ts'
import { reach } from '#standards/contract.ts'
import type { Decision } from './concern.ts'
import { insertNotice } from './notice-store.ts'

/**
 * The second person answers the same day: by the end of the school day, or of the day when school is over
 * [R019].
 */
export async function reviewDueAt(unit: Unit): Promise<Date> {
  return reach(await calendarOf(unit.tx), { unit: 'same_day' }, { startedAt: unit.now }).dueAt
}

/** Tells the second person that an answer is owed. */
export async function askReview(unit: Unit, decision: Decision): Promise<void> {
  if (decision.reviewerId === null) return
  insertNotice(unit, {
    personId: decision.reviewerId,
    kind: 'decision.review_owed',
    subject: { type: 'triage_decision', id: decision.id },
  })
}
