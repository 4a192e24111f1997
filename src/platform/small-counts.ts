/** Counts below this could tell whom they are of, to somebody who knows a few of those counted. */
export const fewest = 10

/** Whether a count points at somebody. None is no one. */
export const isSmall = (count: number): boolean => count > 0 && count < fewest
