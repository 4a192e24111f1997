/** What came of an act: a result, or every reason why not. Never both, never neither. */
export type Outcome<Ok, No extends string> = { done: true; result: Ok } | { done: false; because: No[] }

export const done = <Ok>(result: Ok) => ({ done: true, result }) as const
/** The compiler knows the codes one by one: an act that refuses in a code without words does not pass. */
export const refused = <const No extends string>(because: No[]) => ({ done: false, because }) as const

/** A refusal leaves nothing behind: the transaction is undone and only the reasons survive. */
export class Undone extends Error {
  readonly because: string[]
  constructor(because: string[]) {
    super('Undone by a refusal')
    this.because = because
  }
}
