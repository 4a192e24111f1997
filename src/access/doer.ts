import type { Clock } from '#platform/clock.ts'
import type { Db, Transaction } from '#platform/database/database.ts'
import { type Actor, scopeOf } from './actor.ts'
import type { Assumed } from './assumed.ts'
import type { Reactions } from './happening.ts'

/**
 * Everything an act or a look needs to happen: who, against which database, by which clock, and what follows.
 */
export type Doer = {
  db: Db
  clock: Clock
  actor: Actor
  reactions: Reactions
  /** When the actor is only who they were the last time. */
  assumed?: Assumed | undefined
}

/** Runs the work in one transaction, between the walls of whoever does it. */
export const inTransaction = <T>(
  { db, actor, assumed }: Doer,
  work: (tx: Transaction) => T | Promise<T>,
): Promise<T> => db.transaction(scopeOf(actor), work, assumed && ((tx) => assumed.holds(tx)))
