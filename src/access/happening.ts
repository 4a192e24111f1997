declare const carries: unique symbol

/**
 * Something other modules may want to follow up. A lower module tells it; what follows stands in wiring.ts.
 */
export type Happening<P> = { readonly name: string; readonly [carries]?: P }

/** Names a happening, noun.past, with the type of what it carries: ids and codes. */
export const happening = <P>(name: string): Happening<P> => ({ name })

type Reaction = (unit: never, payload: never) => Promise<unknown>

/** What follows each happening, in order, in the transaction of the act that told it. */
export type Reactions = ReadonlyMap<string, readonly Reaction[]>

/** One line of wiring: when this happens, that follows, in the same transaction. */
export const when = <P>(
  what: Happening<P>,
  ...follow: ((unit: never, payload: P) => Promise<unknown>)[]
): [string, readonly Reaction[]] => [what.name, follow]

/** @throws when two lines speak of one happening: cause and effect must be read in one place */
export function reactions(lines: [string, readonly Reaction[]][]): Reactions {
  const map = new Map(lines)
  if (map.size !== lines.length) throw new Error('A happening is wired twice')
  return map
}
