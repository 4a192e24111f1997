import { isSmall } from '#platform/small-counts.ts'
import { middleOf } from './middle.ts'

/** Steps whose time from the beginning is looked at over many incidents [R102]. */
export const timedSteps = ['alert', 'answer', 'rubric', 'response', 'caregiver'] as const
export type TimedStep = (typeof timedSteps)[number]

/** One incident, with when each step was first taken; null where nobody wrote it down. */
export type Timed = {
  readonly id: string
  readonly schoolId: string
  readonly schoolName: string
  /** YYYY-MM, by the calendar of the district. */
  readonly month: string
  readonly startedAt: Date
} & Readonly<Record<TimedStep, Date | null>>

/** Half of the incidents that have a step took it within so many minutes. */
export type StepMedian = { readonly minutes: number | null; readonly of: number }

/** The incidents of a month, at one school or at all of them, and how soon each step was taken. */
export type MedianRow = {
  readonly month: string
  /** Null for all schools. */
  readonly schoolName: string | null
  readonly incidents: number
  readonly steps: Readonly<Record<TimedStep, StepMedian>>
}

function medianOf(some: readonly Timed[], step: TimedStep): StepMedian {
  const minutes = some.flatMap((each) => {
    const at = each[step]
    return at === null ? [] : [Math.max(0, at.getTime() - each.startedAt.getTime()) / 60_000]
  })
  const middle = middleOf(minutes)
  return { minutes: middle === null ? null : Math.round(middle), of: minutes.length }
}

const rowOf = (some: readonly Timed[], month: string, schoolName: string | null): MedianRow => ({
  month,
  schoolName,
  incidents: some.length,
  steps: Object.fromEntries(timedSteps.map((step) => [step, medianOf(some, step)])) as MedianRow['steps'],
})

const bySchool = (some: readonly Timed[], month: string): MedianRow[] => {
  const schools = [...Map.groupBy(some, ({ schoolId }) => schoolId).values()]
  const rows = schools
    .map((of) => rowOf(of, month, of[0]?.schoolName ?? ''))
    .toSorted((one, other) => (one.schoolName ?? '').localeCompare(other.schoolName ?? ''))
  return rows.length > 1 ? [rowOf(some, month, null), ...rows] : rows
}

/**
 * Medians of each month, the latest first: of all schools where there are several, then of each [R102, M26].
 */
export const mediansByMonth = (some: readonly Timed[]): MedianRow[] =>
  [...Map.groupBy(some, ({ month }) => month)]
    .toSorted(([one], [other]) => other.localeCompare(one))
    .flatMap(([month, of]) => bySchool(of, month))

/** A row as it may be read: minutes, nothing where no incident has the step, or too few to say. */
export type ShownMedian = number | null | 'few'
export type ShownRow = Pick<MedianRow, 'month' | 'schoolName'> & {
  readonly incidents: number | null
  readonly steps: Readonly<Record<TimedStep, ShownMedian>>
}

/**
 * The rows somebody reads. Whoever reads no record reads none of so few incidents that it could say whom they
 * are about, nor that there is one: it is left out, as where there were none. Where a single school is left
 * all of them would tell of the others, and is left out too.
 */
export function readableRows(rows: readonly MedianRow[], readsEach: boolean): MedianRow[] {
  if (readsEach) return [...rows]
  const told = rows.filter(({ incidents }) => !isSmall(incidents))
  const schoolsIn = (month: string) =>
    told.filter((row) => row.month === month && row.schoolName !== null).length
  return told.filter(({ month, schoolName }) => schoolName !== null || schoolsIn(month) !== 1)
}

/**
 * What of a row is read. Whoever reads no record reads no count of it, and no median of so few incidents
 * that it could say whom they are about: of medians alone nothing that is held back follows.
 */
export function shownRow({ incidents, steps, ...row }: MedianRow, readsEach: boolean): ShownRow {
  const shown = ({ minutes, of }: StepMedian) => (!readsEach && isSmall(of) ? 'few' : minutes)
  return {
    ...row,
    incidents: readsEach ? incidents : null,
    steps: Object.fromEntries(timedSteps.map((step) => [step, shown(steps[step])])) as ShownRow['steps'],
  }
}
