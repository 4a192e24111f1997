import { z } from 'zod'
import { asked, meantBy, type Named } from './choosing.ts'
import { id } from './given.ts'

/** Which part of a long list of names is asked for: those with these words, from this one on. */
export const partAsked = z.object({ named: asked, from: id.optional().catch(undefined) })
export type PartAsked = z.output<typeof partAsked>

export type NamePage<N extends Named = Named> = {
  readonly page: readonly N[]
  /** What was typed to find some of them; undefined when all are listed. */
  readonly named: string | undefined
  /** How many there are of those, and of all. */
  readonly found: number
  readonly of: number
  readonly first: boolean
  /** The one the next page begins with. */
  readonly next: string | undefined
}

/**
 * One page of a list that is sorted by name. It begins with a name, not after one, so that a page can be led
 * to by whom it should show. A list that fits a page is shown whole, wherever it was to begin.
 */
export function pageOf<N extends Named>(all: readonly N[], given: PartAsked & { size: number }): NamePage<N> {
  const { from, size } = given
  const named = given.named === '' ? undefined : given.named
  const found = named === undefined ? all : meantBy(named, all)
  const at =
    found.length <= size
      ? 0
      : Math.max(
          0,
          found.findIndex(({ id }) => id === from),
        )
  return {
    page: found.slice(at, at + size),
    named,
    found: found.length,
    of: all.length,
    first: at === 0,
    next: found[at + size]?.id,
  }
}
