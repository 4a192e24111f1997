declare const carries: unique symbol
declare const answers: unique symbol

/**
 * Something other modules may want to follow up. A lower module tells it; what follows stands in wiring.ts.
 * Where the lower module must know what came of it, those who follow answer with an A.
 */
export type Happening<P, A = never> = {
  readonly name: string
  readonly [carries]?: P
  readonly [answers]?: A
}

/** Names a happening, noun.past, with the type of what it carries: ids and codes. */
export const happening = <P, A = never>(name: string): Happening<P, A> => ({ name })

type Reaction = (unit: never, payload: never) => Promise<unknown>

/** What follows each happening, in order, in the transaction of the act that told it. */
export type Reactions = ReadonlyMap<string, readonly Reaction[]>

/** One line of wiring: when this happens, that follows, in the same transaction. */
export const when = <P, A>(
  what: Happening<P, A>,
  ...follow: ((unit: never, payload: P) => Promise<[A] extends [never] ? unknown : A | undefined | void>)[]
): [string, readonly Reaction[]] => [what.name, follow]

/** @throws when two lines speak of one happening: cause and effect must be read in one place */
export function reactions(lines: [string, readonly Reaction[]][]): Reactions {
  const map = new Map(lines)
  if (map.size !== lines.length) throw new Error('A happening is wired twice')
  return map
}
