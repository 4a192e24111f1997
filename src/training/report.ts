import { shownCounts } from '#platform/small-counts.ts'
import type { Training } from '#access/trainings.ts'
import type { GradeTally, Tally } from './training.ts'

/** A role at a school, with how each training stands there; a training that is not asked is left out. */
export type StaffLine = Pick<Tally, 'schoolId' | 'schoolName' | 'role'> & {
  readonly of: Partial<Record<Training, Pick<Tally, 'asked' | 'holds' | 'soon'>>>
}

/** One line for each school and role, in the order they came. */
export function staffLines(tallies: readonly Tally[]): StaffLine[] {
  const lines = new Map<string, StaffLine>()
  for (const { schoolId, schoolName, role, topic, asked, holds, soon } of tallies) {
    const key = `${schoolId} ${role}`
    const before = lines.get(key)?.of
    lines.set(key, { schoolId, schoolName, role, of: { ...before, [topic]: { asked, holds, soon } } })
  }
  return [...lines.values()]
}

/** What each training comes to over all lines. */
export function staffTotals(
  tallies: readonly Tally[],
): Partial<Record<Training, { asked: number; holds: number }>> {
  const totals: Partial<Record<Training, { asked: number; holds: number }>> = {}
  for (const { topic, asked, holds } of tallies) {
    const before = totals[topic] ?? { asked: 0, holds: 0 }
    totals[topic] = { asked: before.asked + asked, holds: before.holds + holds }
  }
  return totals
}

/** A grade with its counts; null where they could say whom they are of, to somebody who may not know. */
export type ShownGrade = { readonly grade: string; readonly counts: Omit<GradeTally, 'grade'> | null }

/** Sessions by grade, as whoever reads them may know: whole, or without what points at somebody. */
export function shownGrades(rows: readonly GradeTally[], hidesSmall: boolean): ShownGrade[] {
  const counts = rows.map(({ grade: _, ...each }) => each)
  if (!hidesSmall) return rows.map(({ grade }, at) => ({ grade, counts: counts[at] ?? null }))
  const shown = shownCounts(counts, {
    names: ['sessions', 'invited', 'present'],
    telling: ({ invited, present }) => [invited, present, invited - present],
  })
  return rows.map(({ grade }, at) => ({ grade, counts: shown.rows[at] ?? null }))
}
