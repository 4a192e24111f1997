/** Counts below this could tell whom they are of, to somebody who knows a few of those counted. */
export const fewest = 10

/** Whether a count points at somebody. None is no one. */
export const isSmall = (count: number): boolean => count > 0 && count < fewest

type Counts<K extends string> = Readonly<Record<K, number>>
type Telling<K extends string> = (counts: Counts<K>) => readonly number[]

/** What some rows come to together. */
function sumOf<K extends string>(rows: readonly Counts<K>[], names: readonly K[]): Counts<K> {
  const sums = names.map((name) => [name, rows.reduce((sum, row) => sum + row[name], 0)])
  return Object.fromEntries(sums) as Counts<K>
}

/**
 * Rows of counts and their total, as somebody reads them who may not know of the records: a row whole, or
 * null. Where a row is hidden, further ones are, the smallest first, until what all hidden rows add up to
 * points at nobody either: else it could be told from the total. Where that cannot be, the total is null too.
 * @param telling every number that a row says, also one that only follows from two others
 */
export function shownCounts<K extends string>(
  rows: readonly Counts<K>[],
  { names, telling }: { names: readonly K[]; telling: Telling<K> },
): { rows: (Counts<K> | null)[]; total: Counts<K> | null } {
  const points = (counts: Counts<K>) => telling(counts).some(isSmall)
  const sizeOf = (counts: Counts<K>) => telling(counts).reduce((sum, count) => sum + count, 0)
  const shown = rows.filter((row) => !points(row)).toSorted((one, other) => sizeOf(other) - sizeOf(one))
  const hidden = rows.filter(points)
  while (hidden.length > 0 && shown.length > 0 && (hidden.length === 1 || points(sumOf(hidden, names))))
    hidden.push(shown.pop() as Counts<K>)
  const tells = hidden.length === 0 || (hidden.length > 1 && !points(sumOf(hidden, names)))
  return {
    rows: rows.map((row) => (hidden.includes(row) ? null : row)),
    total: tells ? sumOf(rows, names) : null,
  }
}
