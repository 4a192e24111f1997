const first = 30_000
const longest = 10 * 60_000

/**
 * How long until a message is tried again: twice as long after each try, ten minutes at most, and never all
 * at the same moment. @param id spreads the tries of many messages over a quarter of that time
 */
export function waitAfter(tries: number, id: string): number {
  const wait = Math.min(longest, first * 2 ** Math.max(0, Math.min(tries, 20) - 1))
  const spread = Number.parseInt(id.slice(-4), 16) / 0xffff
  return Math.round(wait * (1 - spread / 4))
}

/** How long somebody may be handing a message over before it counts as not known, in milliseconds. */
export const lease = 5 * 60_000
