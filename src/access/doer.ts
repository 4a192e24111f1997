import type { Clock } from '#platform/clock.ts'
import type { Db, Transaction } from '#platform/database/database.ts'
import type { Scope } from '#platform/database/scope.ts'
import { type Actor, type Opening, scopeOf } from './actor.ts'
import { type Assumed, Mistaken } from './assumed.ts'
import type { Reactions } from './happening.ts'
import type { Cells } from './minimum-necessary.ts'

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
  /** Whether this person proved who they are a short while ago. A machine never did, nor did the house. */
  provenLately?: boolean
  /** Whether a machine with a token asks. */
  machine?: boolean
  /** Filled by looks: the openings through which this visit read, so that the page around it can say so. */
  readThrough?: Opening[]
  /** Filled by looks: who may know what, so that the menu offers nothing that would be refused. */
  cells?: Cells[]
}

/** Whether what asks for a fresh proof may go on. The house itself has nobody who could give one. */
export const isProven = ({ actor, provenLately }: Doer): boolean =>
  provenLately === true || actor.role === 'system'

/** The same doer between the walls of the house: still kept from whom they are kept from. */
export const withinTheHouse = (doer: Doer): Doer & { scope: Scope } => {
  const { districtId, blockedIds } = scopeOf(doer.actor)
  return { ...doer, scope: { districtId, side: 'system', blockedIds } }
}

/** Runs the work in one transaction, between the walls of whoever does it. */
export const inTransaction = <T>(
  { db, actor, assumed, scope }: Doer & { scope?: Scope },
  work: (tx: Transaction) => T | Promise<T>,
): Promise<T> => db.transaction(scope ?? scopeOf(actor), work, assumed && ((tx) => assumed.holds(tx)))

/**
 * Does the work as who the doer is assumed to be, and once more as who they are when that was wrong, or when
 * the work ended, well or not, before anybody asked. What was confirmed is never done twice.
 * @throws Problem sign_in_needed when they are nobody any more
 */
export async function asWhoTheyAre<T>(doer: Doer, work: (doer: Doer) => Promise<T>): Promise<T> {
  const { assumed, ...rest } = doer
  if (assumed === undefined) return work(doer)
  try {
    const result = await work(doer)
    if (assumed.confirmed) return result
  } catch (error) {
    if (!(error instanceof Mistaken) && assumed.confirmed) throw error
  }
  return work({ ...rest, actor: await assumed.anew() })
}
