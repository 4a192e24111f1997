import { shownCounts } from '#platform/small-counts.ts'

/** What came of a round in one grade. */
export type Tally = {
  readonly grade: string
  readonly tookPart: number
  readonly optedOut: number
  /** Neither: nobody brought a result for them. */
  readonly open: number
  /** Of those who took part, how many were at the cut-off or over it. */
  readonly over: number
}
type Counts = Omit<Tally, 'grade'>
/** Counts as they may be shown: all of a row, or none of it. */
export type ShownTally = { readonly grade: string; readonly counts: Counts | null }

/** A row is shown whole or not at all: within it, each count could be told from the others. */
const telling = ({ tookPart, optedOut, open, over }: Counts) => [
  tookPart,
  optedOut,
  open,
  over,
  tookPart - over,
]

/** What a data review reads of a round: counts by grade and in all, none of which points at somebody. */
export function shownTally(rows: readonly Tally[]): { rows: ShownTally[]; total: ShownTally['counts'] } {
  const names = ['tookPart', 'optedOut', 'open', 'over'] as const
  const shown = shownCounts(
    rows.map(({ grade: _, ...counts }) => counts),
    { names, telling },
  )
  return {
    rows: rows.map(({ grade }, at) => ({ grade, counts: shown.rows[at] ?? null })),
    total: shown.total,
  }
}
