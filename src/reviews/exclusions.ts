import { addCalendarDays } from '#district/contract.ts'
import { isSmall } from '#platform/small-counts.ts'

/** One suspension, removal or expulsion of a student who is or was on the way to an agency. */
export type Exclusion = {
  readonly studentId: string
  readonly code: string
  /** YYYY-MM-DD. */
  readonly startsOn: string
  /** Whether a referral of the student is open now. */
  readonly open: boolean
}
/** How many there were in a window of days, and of how many students. */
export type ExclusionCount = { readonly events: number; readonly students: number }
export type ExclusionFigures = {
  readonly lately: ExclusionCount
  readonly before: ExclusionCount
  /** Students with an open referral who were excluded in the window: the weekly list shows them. */
  readonly facing: number
  readonly kinds: readonly { readonly code: string; readonly lately: number; readonly before: number }[]
}

/** So long a window is, in calendar days: it is compared with as many days before it. */
export const windowDays = 90

const countOf = (some: readonly Exclusion[]): ExclusionCount => ({
  events: some.length,
  students: new Set(some.map(({ studentId }) => studentId)).size,
})

/**
 * Exclusions of students in the pathway, lately and before that, so that fewer can be shown [R124].
 * @param today YYYY-MM-DD, the last day of the window
 */
export function exclusionFigures(all: readonly Exclusion[], today: string): ExclusionFigures {
  const [from, earlier] = [addCalendarDays(today, 1 - windowDays), addCalendarDays(today, 1 - 2 * windowDays)]
  const lately = all.filter(({ startsOn }) => from <= startsOn && startsOn <= today)
  const before = all.filter(({ startsOn }) => earlier <= startsOn && startsOn < from)
  const codes = [...new Set([...lately, ...before].map(({ code }) => code))].toSorted()
  const of = (some: readonly Exclusion[], code: string) => some.filter((each) => each.code === code).length
  return {
    lately: countOf(lately),
    before: countOf(before),
    facing: countOf(lately.filter(({ open }) => open)).students,
    kinds: codes.map((code) => ({ code, lately: of(lately, code), before: of(before, code) })),
  }
}

/** Whether somebody who reads no record may: what is left of a sum would tell of a small part too. */
export const tellsNobody = ({ lately, before, facing, kinds }: ExclusionFigures): boolean =>
  ![
    lately.events,
    lately.students,
    before.events,
    before.students,
    facing,
    lately.students - facing,
    ...kinds.flatMap((kind) => [kind.lately, kind.before]),
  ].some(isSmall)
