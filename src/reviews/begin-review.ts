import { done, refused } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { calendarOf, dayOf, schoolsOf } from '#district/contract.ts'
import { notFound } from '#platform/problem.ts'
import { insertLines } from './line-store.ts'
import { mostSchools } from './opening.ts'
import { mayReview } from './policy.ts'
import type { ReviewKind, ReviewLine } from './review.ts'
import { mondayOf } from './rules.ts'
import { insertReview, reviewsUnderWay } from './store.ts'

/** What a review goes through, as it is made when the meeting begins. */
export type Agenda = {
  readonly lines: readonly Pick<ReviewLine, 'referralId' | 'studentId' | 'schoolId'>[]
  /** Of a case review alone. */
  readonly notConsented: number | null
}
type Making = {
  kind: ReviewKind
  schoolIds: readonly string[]
  agenda(asked: { schools: readonly string[]; week: string }): Promise<Agenda>
}

/** Begins a meeting about some schools: whatever it goes through, there is one of its kind at a time. */
export async function beginReview(unit: Unit, { kind, schoolIds: given, agenda }: Making) {
  const { tx, actor, now } = unit
  const schoolIds = [...new Set(given)]
  const known = new Set((await schoolsOf(tx, actor)).map((school) => school.id))
  if (schoolIds.some((school) => !known.has(school))) notFound()
  unit.permit(mayReview(actor, { schoolIds }))
  if (schoolIds.length === 0) return refused(['none_chosen'])
  if (schoolIds.length > mostSchools) return refused(['too_many'])
  if ((await reviewsUnderWay(tx, { schools: schoolIds, kind })).length > 0) return refused(['under_way'])
  const weekOn = mondayOf(dayOf(await calendarOf(tx), now))
  const { lines, notConsented } = await agenda({ schools: schoolIds, week: weekOn })
  if (lines.length === 0) return refused(['nothing_left'])
  const reviewId = insertReview(unit, { kind, notConsented, weekOn, schoolIds })
  insertLines(unit, reviewId, lines)
  unit.record('review.opened', { type: 'review', id: reviewId }, { kind, week: weekOn, listed: lines.length })
  return done({ reviewId })
}
