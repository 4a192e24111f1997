/** The middle of some figures. */
export const median = (of: readonly number[]): number => {
  const sorted = of.toSorted((one, other) => one - other)
  const half = sorted.length >> 1
  const upper = sorted[half] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2
}

/** The tail of the normal distribution above z ≥ 0: Abramowitz and Stegun 26.2.17, off by less than 1e-7. */
function tailAbove(z: number): number {
  const t = 1 / (1 + 0.2316419 * z)
  const sum = ((((1.330274429 * t - 1.821255978) * t + 1.781477937) * t - 0.356563782) * t + 0.31938153) * t
  return (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI)
}

/** Ranks of figures from 1 on. Equal ones share the middle of theirs; how many share is told too. */
function ranked(figures: readonly number[]): { ranks: number[]; ties: number[] } {
  const order = figures.map((_, at) => at).toSorted((a, b) => (figures[a] ?? 0) - (figures[b] ?? 0))
  const ranks: number[] = []
  const ties: number[] = []
  for (let from = 0; from < order.length; ) {
    let to = from
    while (to < order.length && figures[order[to] ?? 0] === figures[order[from] ?? 0]) to += 1
    for (const at of order.slice(from, to)) ranks[at] = (from + 1 + to) / 2
    ties.push(to - from)
    from = to
  }
  return { ranks, ties }
}

/**
 * How likely two rows of figures differ by so much if both come from one source: the rank test of Mann and
 * Whitney, two-sided, by the normal approximation with corrections for ties and for continuity. Meant for
 * rows of at least about twenty.
 */
export function likelihoodOfOneSource(one: readonly number[], other: readonly number[]): number {
  const [n, m] = [one.length, other.length]
  const all = n + m
  const { ranks, ties } = ranked([...one, ...other])
  const u = ranks.slice(0, n).reduce((sum, rank) => sum + rank, 0) - (n * (n + 1)) / 2
  const shared = ties.reduce((sum, t) => sum + (t ** 3 - t), 0) / (all * (all - 1))
  const spread = Math.sqrt(((n * m) / 12) * (all + 1 - shared))
  if (spread === 0) return 1
  const z = Math.max(0, Math.abs(u - (n * m) / 2) - 0.5) / spread
  return Math.min(1, 2 * tailAbove(z))
}
