import { type Actor, scopeOf } from '../actor.ts'
import { tokenMakers } from '../create-token.ts'
import type { Desk } from './desk.ts'
import { type ListedToken, list } from './tokens-store.ts'

/** The tokens that act in the assignment in use; undefined for a role that makes none. */
export async function tokensOf(desk: Desk, actor: Actor): Promise<ListedToken[] | undefined> {
  if (!(tokenMakers as readonly string[]).includes(actor.role)) return undefined
  const key = { district: actor.districtId, assignment: actor.assignmentId, now: desk.clock.now() }
  return desk.db.transaction(scopeOf(actor), (tx) => tx.all(list, key))
}
