import { createHash } from 'node:crypto'

/** A district's first link follows nothing. */
export const noRoot = Buffer.alloc(32)

/** One link of a district's chain, as it is stored and as it is published. */
export type Seal = {
  number: number
  fromXact: number
  untilXact: number
  rows: number
  root: Buffer
  previousRoot: Buffer
  sealedAt: Date
}

/**
 * The root of a link: SHA-256 over the root before it, the range it covers, and each row's own hash in order.
 * @param leaves the stored text of each row, ordered by transaction and id
 */
export function rootOf(
  link: { previousRoot: Buffer; fromXact: number; untilXact: number },
  leaves: readonly string[],
): Buffer {
  const hash = createHash('sha256')
  hash.update(link.previousRoot)
  hash.update(`${link.fromXact}:${link.untilXact}:${leaves.length}\n`)
  for (const leaf of leaves) hash.update(createHash('sha256').update(leaf).digest())
  return hash.digest()
}
