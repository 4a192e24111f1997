import { isSmall } from '#platform/small-counts.ts'

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
/** Counts as they may be shown: all of a row, or none of it. */
export type ShownTally = { readonly grade: string; readonly counts: Omit<Tally, 'grade'> | null }

/** A row is shown whole or not at all: within it, each count could be told from the others. */
const points = ({ tookPart, optedOut, open, over }: Omit<Tally, 'grade'>) =>
  [tookPart, optedOut, open, over, tookPart - over].some(isSmall)

const sum = (rows: readonly Tally[]): Omit<Tally, 'grade'> => ({
  tookPart: rows.reduce((all, row) => all + row.tookPart, 0),
  optedOut: rows.reduce((all, row) => all + row.optedOut, 0),
  open: rows.reduce((all, row) => all + row.open, 0),
  over: rows.reduce((all, row) => all + row.over, 0),
})
const sizeOf = ({ tookPart, optedOut, open }: Tally) => tookPart + optedOut + open

/**
 * What a data review reads of a round: counts by grade and in all, none of which points at somebody. Where a
 * row is hidden, further ones are until what all hidden rows add up to points at nobody either: else it could
 * be told from the total. Where that cannot be, the total is hidden too.
 */
export function shownTally(rows: readonly Tally[]): { rows: ShownTally[]; total: ShownTally['counts'] } {
  const shown = rows.filter((row) => !points(row)).toSorted((one, other) => sizeOf(other) - sizeOf(one))
  const hidden = rows.filter(points)
  while (hidden.length > 0 && shown.length > 0 && (hidden.length === 1 || points(sum(hidden))))
    hidden.push(shown.pop() as Tally)
  const tells = hidden.length === 0 || (hidden.length > 1 && !points(sum(hidden)))
  return {
    rows: rows.map(({ grade, ...counts }) => ({
      grade,
      counts: hidden.some((row) => row.grade === grade) ? null : counts,
    })),
    total: tells ? sum(rows) : null,
  }
}
