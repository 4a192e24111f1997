/** A state machine you can read aloud: while <state>, someone may <act>, and it becomes <state>. */
type Table<T> = { readonly [S in keyof T]: { readonly [act: string]: keyof T & string } }

/**
 * Makes a lifecycle from its table. A transition to a state that is not a row of the table does not compile.
 * @throws `next` throws when the act has no place in the state: callers ask `allows` first and refuse in
 *   words
 */
export function lifecycle<const T extends Table<T>>(table: T) {
  type State = keyof T & string
  type Act = { [S in State]: keyof T[S] }[State] & string
  const targets = table as Record<string, Record<string, string> | undefined>
  return {
    table,
    states: Object.keys(table) as State[],
    acts: [...new Set(Object.values(table).flatMap((row) => Object.keys(row as object)))] as Act[],
    allows: (from: State, act: Act): boolean => targets[from]?.[act] !== undefined,
    ends: (state: State): boolean => Object.keys(targets[state] ?? {}).length === 0,
    next(from: State, act: Act): State {
      const to = targets[from]?.[act]
      if (to === undefined) throw new Error(`A ${from} record cannot be asked to ${act}`)
      return to as State
    },
  }
}

export type Lifecycle = {
  readonly table: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly states: readonly string[]
  readonly acts: readonly string[]
}
export type StateOf<L extends Lifecycle> = L['states'][number]
export type ActOf<L extends Lifecycle> = L['acts'][number]
