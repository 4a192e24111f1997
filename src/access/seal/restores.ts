import type { Restore } from './anchor.ts'

export const isSame = (one: Restore, other: Restore): boolean =>
  one.epoch === other.epoch && one.afterSeal === other.afterSeal && one.givenUp === other.givenUp

/** Whether a seal of that number was given up for the copy. */
export const isIn = ({ afterSeal, givenUp }: Restore, number: number): boolean =>
  number > afterSeal && number <= givenUp

/** The seals that were given up, by their numbers. */
export const givenUpBy = ({ afterSeal, givenUp }: Restore): { number: number }[] =>
  Array.from({ length: givenUp - afterSeal }, (_, by) => ({ number: afterSeal + 1 + by }))

/**
 * Those that only one side tells of: the trail, or the file outside. What the file says of a copy that was
 * itself given up for another one stands in no trail any more.
 */
export function unanswered({
  inTrail,
  outside,
}: {
  inTrail: readonly Restore[]
  outside: readonly Restore[]
}): Restore[] {
  const lacks = (one: Restore, others: readonly Restore[]) => !others.some((other) => isSame(one, other))
  const agreed = outside.filter((one) => !lacks(one, inTrail))
  return [
    ...inTrail.filter((one) => lacks(one, outside)),
    ...outside.filter((one) => lacks(one, inTrail) && !agreed.some((later) => isIn(later, one.givenUp + 1))),
  ]
}
