import { done, refused } from '#access/act.ts'
import type { Unit } from '#access/unit.ts'
import { calendarOf, dayOf, schoolsOf } from '#district/contract.ts'
import { notFound } from '#platform/problem.ts'
import { insertLines } from './line-store.ts'
import { mostSchools } from './opening.ts'
import { mayReview } from './policy.ts'
import type { SchoolFigures } from './progress.ts'
import type { ReviewKind, ReviewLine } from './review.ts'
import { mondayOf } from './rules.ts'
import { insertReview, reviewsUnderWay } from './store.ts'

/** What a review goes through, as it is made when the meeting begins. */
export type Agenda<Why extends string = never> = {
  readonly lines: readonly Pick<ReviewLine, 'referralId' | 'studentId' | 'schoolId'>[]
  /** Of students agencies serve, where it is about them. */
  readonly notConsented: number | null
  /** Of a meeting about progress alone. */
  readonly figures?: readonly SchoolFigures[]
  /** Why it cannot begin so. */
  readonly because?: readonly Why[]
}
type Making<Why extends string> = {
  kind: ReviewKind
  schoolIds: readonly string[]
  agenda(asked: { schools: readonly string[]; week: string }): Promise<Agenda<Why>>
}

/** Begins a meeting about some schools: whatever it goes through, there is one of its kind at a time. */
export async function beginReview<Why extends string = never>(
  unit: Unit,
  { kind, schoolIds: given, agenda }: Making<Why>,
) {
  const { tx, actor, now } = unit
  const schoolIds = [...new Set(given)]
  const known = new Set((await schoolsOf(tx, actor)).map((school) => school.id))
  if (schoolIds.some((school) => !known.has(school))) notFound()
  unit.permit(mayReview(actor, { schoolIds }))
  if (schoolIds.length === 0) return refused(['none_chosen'])
  if (schoolIds.length > mostSchools) return refused(['too_many'])
  if ((await reviewsUnderWay(tx, { schools: schoolIds, kind })).length > 0) return refused(['under_way'])
  const weekOn = mondayOf(dayOf(await calendarOf(tx), now))
  const {
    lines,
    notConsented,
    figures = null,
    because = [],
  } = await agenda({ schools: schoolIds, week: weekOn })
  if (because.length > 0) return refused([...because])
  // Of how all do together there is something to read where nobody can be spoken of one by one.
  if (lines.length === 0 && figures === null) return refused(['nothing_left'])
  const reviewId = insertReview(unit, { kind, notConsented, figures, weekOn, schoolIds })
  insertLines(unit, reviewId, lines)
  unit.record('review.opened', { type: 'review', id: reviewId }, { kind, week: weekOn, listed: lines.length })
  return done({ reviewId })
}
