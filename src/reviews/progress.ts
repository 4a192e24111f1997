import { shownCounts } from '#platform/small-counts.ts'

/** What is counted of the students in service at a school. Each is a part of the first. */
export const figureNames = ['inService', 'measured', 'updated', 'booked', 'hindered', 'reached'] as const
export type FigureName = (typeof figureNames)[number]

/** How all students in service at a school do, in counts. */
export type SchoolFigures = { readonly schoolId: string; readonly schoolName: string } & Readonly<
  Record<FigureName, number>
>

/** A school as the meeting reads it: whole, or hidden because a count would point at somebody. */
export type ShownFigures = {
  readonly schoolId: string
  readonly schoolName: string
  readonly counts: Readonly<Record<FigureName, number>> | null
}

/** Every number a row says, also each that follows from two others: who is not among the counted. */
const telling = (counts: Readonly<Record<FigureName, number>>): number[] =>
  figureNames.flatMap((name) =>
    name === 'inService' ? [counts.inService] : [counts[name], counts.inService - counts[name]],
  )

/**
 * What is read around the table, where agencies sit too: no count under ten, and none that could be told from
 * others or from the sum [R143] [R171].
 */
export function figuresShown(schools: readonly SchoolFigures[]): {
  schools: ShownFigures[]
  total: Readonly<Record<FigureName, number>> | null
} {
  const { rows, total } = shownCounts(schools, { names: figureNames, telling })
  return {
    schools: schools.map(({ schoolId, schoolName }, at) => ({
      schoolId,
      schoolName,
      counts: rows[at] ?? null,
    })),
    total: schools.length > 1 ? total : null,
  }
}

/** When a school owes its next meeting, and whether that is over. */
export type MeetingDue = {
  readonly schoolId: string
  readonly schoolName: string
  readonly lastAt: Date | null
  readonly dueAt: Date
  readonly late: boolean
}

/** From when on a measure counts as brought up to date: within four weeks. */
export const updatedSince = (now: Date): Date => new Date(now.getTime() - 28 * 86_400_000)
