/** The middle of some numbers: of an even count, halfway between the two in the middle; null of none. */
export function middleOf(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((one, other) => one - other)
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

const dayLength = 86_400_000

/** The middle of how long some things took, in days to a tenth; null of none. */
export function middleDays(spans: readonly (readonly [from: Date, to: Date])[]): number | null {
  const middle = middleOf(spans.map(([from, to]) => (to.getTime() - from.getTime()) / dayLength))
  return middle === null ? null : Math.round(middle * 10) / 10
}
