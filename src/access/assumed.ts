import { isDeepStrictEqual } from 'node:util'
import type { Transaction } from '#platform/database/database.ts'
import { Problem } from '#platform/problem.ts'
import type { Actor } from './actor.ts'

/** Raised in the transaction of somebody who turned out to be another by now, or nobody. */
export class Mistaken extends Error {}

/**
 * Who a doer was the last time. What they do begins as that, and who they are is asked with the first words
 * of each of their transactions: nothing is committed, and nothing answered, before it came back the same.
 */
export class Assumed {
  readonly #actor: Actor
  readonly #ask: (tx?: Transaction) => Promise<Actor | undefined>
  #confirmed = false

  /** @param ask who they are now: in a transaction between any walls, or outside of one */
  constructor(actor: Actor, ask: (tx?: Transaction) => Promise<Actor | undefined>) {
    this.#actor = actor
    this.#ask = ask
  }

  /** Whether a transaction found them to be who they were. */
  get confirmed(): boolean {
    return this.#confirmed
  }

  /** Asks in an open transaction. @throws when they are not who they were, so that it is undone */
  async holds(tx: Transaction): Promise<void> {
    if (!isDeepStrictEqual(await this.#ask(tx), this.#actor)) throw new Mistaken()
    this.#confirmed = true
  }

  /** Who they are now. @throws Problem sign_in_needed when they are nobody any more */
  async anew(): Promise<Actor> {
    const actor = await this.#ask()
    if (actor === undefined) throw new Problem('sign_in_needed')
    return actor
  }
}
